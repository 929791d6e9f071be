/** How far into a content its clauses are looked at, in UTF-16 code units. */
const LOOKED_AT = 400
/** How far into a clause its verb is looked for. */
const MAIN_CLAUSE = 100
/** What comes before a main clause and ends in a comma: "if elected, he would go". */
const FRONTED =
  /^(?:if|when|once|unless|until|as soon as|after|before|while|although|because|in|on|by|with|as|for|under|over|within) /
/** Where a main clause may begin after another: "it was late; she would decide". */
const NEXT = /[;:–—] |,["']? (?:and|but|so|then|or) |(?<=\p{L}{4})[.?!]["']? | … /u

const opened = (words: string) =>
  words.replace(/^[\s“"'‘]+/u, '').replace(/^(?:and |but |so |then )?(?:that,? )?[“"'‘]*/u, '')

/** A content in small letters, on one line, with straight apostrophes and without the marks of quotations. */
export function small(words: string): string {
  return opened(
    words
      .toLowerCase()
      .replaceAll('’', "'")
      .replaceAll('´', "'")
      .replace(/[“”"‘]/gu, '')
      .replace(/\s+/gu, ' '),
  )
}

/**
 * The main clauses at the beginning of a content, in small letters and without what is put before them: "if elected,
 * he would go" gives "he would go". Where it is not certain which comma ends what is put before, each is taken to.
 */
export function mainClauses(content: string): readonly string[] {
  return small(content.slice(0, LOOKED_AT))
    .split(NEXT)
    .map(opened)
    .flatMap((clause) => (FRONTED.test(clause) ? clause.split(/,["”']* /u).map(opened) : [clause]))
    .map((clause) => clause.slice(0, MAIN_CLAUSE))
}

const DENYING_CUE = /\b(?:not|never|without|failed|fails)\b|n't\b/

/** "Did not unveil | plans to pay": whether a cue says that something was not said. */
export function deniesByCue(cue: string): boolean {
  return DENYING_CUE.test(small(cue))
}
