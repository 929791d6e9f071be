import type { HeadTag } from './slim-html.ts'

/** Looks up what the head of a page gives, by name. */
export type HeadValues = {
  /** The content of the first `<meta>` whose name, property, itemprop or http-equiv is one of `names`, in their order. */
  first(...names: readonly string[]): string | null
  /** All contents of the first of `names` that has any. */
  all(...names: readonly string[]): readonly string[]
  /** The address of the first `<link>` with this relation. */
  link(relation: string): string | null
  /** The `lang` of `<html>`. */
  readonly language: string | null
}

/** @param head every `<html>`, `<meta>` and `<link>` of a page */
export function headValues(head: readonly HeadTag[]): HeadValues {
  const metas = new Map<string, string[]>()
  for (const { name, attributes } of head) {
    const content = attributes['content']?.trim() ?? ''
    if (name !== 'meta' || content === '') continue
    // One tag may have several names, and a property several words: `property="og:title twitter:title"`.
    const keys = ['name', 'property', 'itemprop', 'http-equiv'].flatMap((key) =>
      (attributes[key] ?? '').toLowerCase().split(/\s+/),
    )
    for (const key of new Set(keys)) if (key !== '') metas.set(key, [...(metas.get(key) ?? []), content])
  }
  const all = (...names: readonly string[]) =>
    names.map((name) => metas.get(name)).find((found) => found !== undefined) ?? []
  return {
    all,
    first: (...names) => all(...names)[0] ?? null,
    link: (relation) =>
      head.find(
        ({ name, attributes }) =>
          name === 'link' && (attributes['rel'] ?? '').toLowerCase().split(/\s+/).includes(relation),
      )?.attributes['href'] ?? null,
    language:
      head.find(({ name, attributes }) => name === 'html' && attributes['lang'] !== undefined)?.attributes['lang'] ??
      null,
  }
}
