/** JSON data files are imported as unknown and given their type where they are read. */
declare module "*.json" {
  const data: unknown;
  export default data;
}
