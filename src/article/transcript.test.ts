import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeAt, timeCodeInFull } from '../text/time-code.ts'
import { textKind } from './sniff-text.ts'
import { transcriptArticle } from './transcript.ts'

const NO_HINTS = { contentType: null, url: null }

/** The paragraphs of a transcript, each with the time at which it begins; its fault's sentence where there are none. */
function paragraphs(transcript: string): readonly string[] {
  const outcome = transcriptArticle(transcript, NO_HINTS)
  if (!outcome.ok) return [outcome.fault.sentence]
  const { text, timeCodes } = outcome.article
  let offset = 0
  return text.split('\n\n').map((paragraph) => {
    const time = timeAt(timeCodes, offset)
    offset += paragraph.length + 2
    return `${time === null ? '?' : timeCodeInFull(time).slice(3)} ${paragraph}`
  })
}

/** Cues in a short notation, "SECONDS: words": each lasts until the next one begins. */
function webVtt(notation: string, head = ''): string {
  const lines = notation
    .trim()
    .split('\n')
    .map((line) => line.trim())
  const time = (seconds: number) =>
    `00:${String(Math.floor(seconds / 60)).padStart(2, '0')}:${(seconds % 60).toFixed(3).padStart(6, '0')}`
  const starts = lines.map((line) => Number.parseFloat(line))
  const cues = lines.map((line, at) => {
    const words = line.replace(/^[\d.]+: /, '').replaceAll(' / ', '\n')
    return `${time(starts[at] ?? 0)} --> ${time(starts[at + 1] ?? (starts[at] ?? 0) + 2)}\n${words}`
  })
  return `WEBVTT\n${head}\n${cues.join('\n\n')}\n`
}

const CASES: readonly [what: string, notation: string, ...paragraphs: readonly string[]][] = [
  [
    'cues of one sentence are one paragraph',
    '1: The gates will\n3: open in May.',
    '00:01.000 The gates will open in May.',
  ],
  ['lines of one cue are joined', '1: The gates will / open in May.', '00:01.000 The gates will open in May.'],
  ['Chinese is joined without a space', '1: 大门将在五月\n3: 打开。', '00:01.000 大门将在五月打开。'],
  [
    'voices are names before their words',
    '1: <v Ana Reyes>We will open every gate.</v>\n4: <v.loud Ben Osei>When?</v>\n6: <v Ana Reyes>In May.',
    '00:01.000 Ana Reyes: We will open every gate.',
    '00:04.000 Ben Osei: When?',
    '00:06.000 Ana Reyes: In May.',
  ],
  ['two voices in one cue', '1: <v Ana>Open it.</v> <v Ben>No.</v>', '00:01.000 Ana: Open it.', '00:01.000 Ben: No.'],
  ['a voice goes on over cues', '1: <v Ana>We will\n3: <v Ana>open it.', '00:01.000 Ana: We will open it.'],
  [
    'printed names begin a paragraph',
    '1: ANA REYES: We will\n3: open it.\n5: BEN OSEI (by telephone): When?\n7: Minister of Works: Soon.',
    '00:01.000 ANA REYES: We will open it.',
    '00:05.000 BEN OSEI (by telephone): When?',
    '00:07.000 Minister of Works: Soon.',
  ],
  [
    'changes of speaker begin a paragraph',
    '1: &gt;&gt; We will open it.\n3: &gt;&gt; ANA REYES: When?\n5: - Soon. / - Not soon.',
    '00:01.000 >> We will open it.',
    '00:03.000 ANA REYES: When?',
    '00:05.000 - Soon.',
    '00:05.000 - Not soon.',
  ],
  [
    'a colon in a sentence is no name',
    '1: They asked for two things:\n3: gates and keys.',
    '00:01.000 They asked for two things: gates and keys.',
  ],
  [
    'tags and escapes are none of the words',
    '1: <c.yellow>R&amp;D</c> <i>is</i> <00:00:01.500>open&nbsp;&#33;',
    '00:01.000 R&D is open !',
  ],
  ['music alone is no words', '1: ♪♪\n3: We are open.', '00:03.000 We are open.'],
  [
    'what is said twice stays',
    '1: No.\n2: No.\n3: It is late.\n4: Go home now.',
    '00:01.000 No. No. It is late. Go home now.',
  ],
  [
    'captions that roll up are there once',
    '1: we will open\n3: we will open / every gate by\n5: every gate by / the end of May\n7: the end of May / if it rains',
    '00:01.000 we will open every gate by the end of May if it rains',
  ],
  [
    'captions that grow word by word are there once',
    '1: we will\n2: we will open\n3: we will open every\n4: we will open every gate',
    '00:01.000 we will open every gate',
  ],
]

test.each(CASES)('%s', (_, notation, ...wanted) => {
  expect(paragraphs(webVtt(notation))).toEqual(wanted)
})

test('a pause after a sentence begins a paragraph, a pause within one does not', () => {
  const cue = (from: string, to: string, words: string) => `00:00:${from} --> 00:00:${to}\n${words}\n\n`
  const transcript = `WEBVTT\n\n${cue('01.000', '02.000', 'It is over.')}${cue('08.000', '09.000', 'The gates')}${cue('15.000', '16.000', 'are open.')}`
  expect(paragraphs(transcript)).toEqual(['00:01.000 It is over.', '00:08.000 The gates are open.'])
})

test('styles, notes, regions and the names of cues are none of the words', () => {
  const head =
    'Kind: captions\nLanguage: en\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE made by hand\nand checked\n'
  const transcript = `${webVtt('1: It is over.', head).replace('00:00:01', 'intro\n00:00:01')}\nNOTE the end\n`
  expect(paragraphs(transcript)).toEqual(['00:01.000 It is over.'])
})

test('each piece keeps the time of its cue', () => {
  const outcome = transcriptArticle(webVtt('1: The gates\n724.5: will open\n800: in May.'), NO_HINTS)
  expect(outcome).toMatchObject({
    article: {
      text: 'The gates will open in May.',
      timeCodes: [
        [0, 1_000],
        [10, 724_500],
        [20, 800_000],
      ],
    },
  })
})

test('SubRip: numbers, commas, places on the screen, a blank line within a cue, no blank line between cues', () => {
  const transcript = `1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<font color="red">It is</font>\r\n\r\nover.\r\n2\r\n00:00:03,500 --> 00:00:04,000 X1:10 X2:20\r\nIn 1984, he said.\r\n`
  expect(textKind(transcript)).toBe('transcript')
  expect(paragraphs(transcript)).toEqual(['00:01.000 It is over. In 1984, he said.'])
})

test.each([
  ['WEBVTT', 'transcript'],
  ['\ufeffWEBVTT - a title\n\n', 'transcript'],
  ['WEBVTTER is no word', 'plain'],
  ['00:01.000 --> 00:02.000\nHello', 'transcript'],
  ['The time was\n\nlater than\n\n00:01.000 --> 00:02.000', 'plain'],
])('%j is %s', (text, kind) => {
  expect(textKind(text)).toBe(kind)
})

test('a transcript without words says so', () => {
  expect(paragraphs('WEBVTT\n\n00:01.000 --> 00:02.000\n[…]\n')).toEqual([expect.stringContaining('no words')])
})

test('whatever the cues, the times go up with the text and lie within it', () => {
  const words = fc.constantFrom(
    '<v Ana>',
    '</v>',
    'Yes.',
    'no',
    '>>',
    'BEN:',
    '-->',
    '&lt;',
    '<',
    'a:b',
    '\n',
    '00:00:01.000',
  )
  const cue = fc.tuple(fc.nat({ max: 90 }), fc.array(words, { maxLength: 8 }))
  fc.assert(
    fc.property(fc.array(cue, { maxLength: 12 }), (cues) => {
      const transcript = cues.map(
        ([at, said]) => `00:${String(at % 60).padStart(2, '0')}.000 --> 01:59.000\n${said.join(' ')}`,
      )
      const outcome = transcriptArticle(`WEBVTT\n\n${transcript.join('\n\n')}`, NO_HINTS)
      if (!outcome.ok) return
      const { text, timeCodes } = outcome.article
      expect(text).not.toMatch(/\n{3}|^\s|\s$/)
      const offsets = timeCodes.map(([offset]) => offset)
      expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b))
      expect(offsets[0]).toBe(0)
      expect(offsets.at(-1)).toBeLessThan(text.length)
    }),
  )
})
