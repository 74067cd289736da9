/** A file that the bundler puts beside the bundle: the way to it from there. */
declare module '*.wasm' {
  const file: string;
  export default file;
}

declare module '*.ttf' {
  const file: string;
  export default file;
}
