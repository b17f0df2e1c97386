// What the build adds to the language of the page's modules.

declare module 'font:*' {
  /** The address of the font file. */
  const address: string;
  export default address;
}
