/** What we use of the parser of JSON-LD, which comes without types. */
declare module 'jsonld' {
  type Options = {
    readonly safe: boolean
    readonly documentLoader: (url: string) => Promise<{ readonly documentUrl: string; readonly document: object }>
  }
  const jsonld: { expand(document: object, options: Options): Promise<readonly object[]> }
  export default jsonld
}
