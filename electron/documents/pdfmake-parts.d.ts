/** The library ships no types for its parts; `pdf-engine.ts` says what it uses of them. */
declare module 'pdfmake/js/*' {
  const part: unknown
  export default part
}
