import { Parser } from 'htmlparser2'
import { cleanLine } from '../text/clean-text.ts'

/** Without a tag and without an entity there is nothing to decode, and "a < b" stays. */
const HAS_MARKUP = /<[/!a-z]|&[a-z#][a-z0-9]*;/i

/** Their content is code. */
const CODE = new Set(['script', 'style'])

/** They stand within words. All others part them. */
const INLINE = new Set('a abbr b bdi bdo cite code em font i mark q s small span strong sub sup tt u wbr'.split(' '))

/**
 * The words of a piece of HTML on one line, as a person would read it.
 *
 * @param markup HTML or plain text
 * @returns possibly the empty string
 * Cost: linear.
 */
export function plainOf(markup: string): string {
  if (!HAS_MARKUP.test(markup)) return cleanLine(markup)
  const parts: string[] = []
  let code = 0
  const parser = new Parser({
    onopentagname: (name) => {
      if (CODE.has(name)) code += 1
      if (!INLINE.has(name)) parts.push(' ')
    },
    ontext: (text) => code === 0 && parts.push(text),
    onclosetag: (name) => {
      if (CODE.has(name)) code -= 1
      if (!INLINE.has(name)) parts.push(' ')
    },
  })
  parser.end(markup)
  return cleanLine(parts.join(''))
}
