import { expect, test } from 'vitest'
import { topicOf, topicWord } from './topic.ts'

test.each(['everything', 'dossier:dam', 'actor:01KB', 'dossier:visit.2022-05'])('%s is a topic', (word) => {
  const topic = topicOf(word)
  expect(topic === null ? null : topicWord(topic)).toBe(word)
})

test.each([
  '',
  'Everything',
  'everything:dam',
  'dossier:',
  'dossier',
  'actor: x',
  'outlet:x',
  'dossier:a\nb',
  'x dossier:a',
])('%j is none', (word) => expect(topicOf(word)).toBeNull())
