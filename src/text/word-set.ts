/** The words of a list as it is written in a table: small letters, one space between them. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}
