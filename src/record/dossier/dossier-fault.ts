/** Something that a dossier must not hold: where, in the keys of a dossier file, and the rest of a sentence. */
export type DossierFault = { readonly path: readonly (string | number)[]; readonly sentence: string }

/** A path as people read it: `commitments[0].events[2].date`. */
export function pathInWords(path: readonly PropertyKey[]): string {
  const words = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return words === '' ? 'the file' : words.replace(/^\./, '')
}
