/** Bytes of a v2 batch before its first record (`DefaultRecordBatch.RECORD_BATCH_OVERHEAD`). */
export const BATCH_HEADER_BYTES = 61;

/** What the client reserves for the fields of a record besides key, value and headers (`DefaultRecord.MAX_RECORD_OVERHEAD`). */
export const RECORD_OVERHEAD_UPPER_BOUND_BYTES = 21;

/** Bytes of `value` (a whole number of up to 2^53) as a zigzag varint (`ByteUtils.sizeOfVarlong`). */
export function varintBytes(value: number): number {
  let magnitude = value < 0 ? -value - 1 : value;
  if (magnitude < 64) return 1;
  if (magnitude < 8_192) return 2;
  if (magnitude < 1_048_576) return 3;
  let bytes = 4;
  magnitude = Math.floor(magnitude / 134_217_728);
  while (magnitude > 0) {
    bytes += 1;
    magnitude = Math.floor(magnitude / 128);
  }
  return bytes;
}

/** Bytes of a key or value with its length in front; `undefined` is null (length -1). */
export function fieldBytes(bytes: number | undefined): number {
  return bytes === undefined ? 1 : varintBytes(bytes) + bytes;
}

/**
 * Bytes of key, value and headers as encoded in a v2 record: the part of a record's size that does not depend on its batch.
 * `headerBytes` is the sum over the headers of their encoded names and values ({@link fieldBytes} of each).
 */
export function payloadBytes(
  keyBytes: number | undefined,
  valueBytes: number | undefined,
  headerCount: number = 0,
  headerBytes: number = 0,
): number {
  return fieldBytes(keyBytes) + fieldBytes(valueBytes) + varintBytes(headerCount) + headerBytes;
}

/** Bytes of one record in a batch: length, attributes, timestamp and offset relative to the batch, payload (`DefaultRecord.sizeInBytes`). */
export function recordBytes(offsetDelta: number, timestampDeltaMs: number, payload: number): number {
  const bodyBytes = 1 + varintBytes(offsetDelta) + varintBytes(timestampDeltaMs) + payload;
  return bodyBytes + varintBytes(bodyBytes);
}

/**
 * The bound the client checks against max.request.size and buffer.memory and reserves in the buffer pool for a batch's
 * first record (`DefaultRecordBatch.estimateBatchSizeUpperBound`), whatever the compression.
 */
export function upperBoundBytes(payload: number): number {
  return BATCH_HEADER_BYTES + RECORD_OVERHEAD_UPPER_BOUND_BYTES + payload;
}
