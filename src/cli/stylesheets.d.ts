/** A stylesheet that the bundler puts into the bundle as its text. */
declare module '*.css' {
  const text: string;
  export default text;
}
