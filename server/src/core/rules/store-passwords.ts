/** Marks to be filled in for the passwords that a key store needs. A password that looks real would be taken for one. */
export const PASSWORD_MARKS: Readonly<Record<string, string>> = {
  "ssl.keystore.password": "${KEYSTORE_PASSWORD}",
  "ssl.key.password": "${KEY_PASSWORD}",
};
