/**
 * The form in which two printings of a name are the same name: case, width, spaces and kinds of apostrophe and
 * hyphen do not matter; accents and word order do.
 *
 * @param name as printed
 */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u02bc]/gu, "'")
    .replace(/[\u2010\u2011]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
}
