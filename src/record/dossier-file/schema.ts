import { z } from 'zod'
import { EVENT_KINDS } from '../commitments/commitment.ts'
import { REPLY_KINDS } from '../dossier/demand.ts'
import { TERM_STATES } from '../dossier/term.ts'
import { article, date, id, language, line, name, pastDate, script, sha256, timeZone, words } from './fields.ts'
import { figure } from './figure-notation.ts'

/** What a dossier file begins with, so that it is never taken for another JSON file. */
export const FORMAT = 'onrecord dossier 1'

const STANCES = ['supports', 'disputes', 'mentions'] as const
const NO_EVIDENCE = 'is empty; everything on the record needs evidence: name at least one article and its words'

/** Words of an article, with who says them. */
const quotedKeys = {
  article,
  words: words('The words as the article prints them, from one paragraph; a few are enough.'),
  by: id('The actor who says them. Left out where the outlet or a document says so in its own voice.').optional(),
  said: pastDate('When they were said, where the article was printed on another day.').optional(),
  via: z
    .array(name('An outlet or agency.'))
    .meta({ description: 'Through whom they came, from the outlet towards the speaker: ["Reuters"].' })
    .optional(),
  document: z
    .boolean()
    .meta({ description: 'Whether the article is a primary document: the letter, the report itself.' })
    .optional(),
}

const evidence = z
  .strictObject({
    ...quotedKeys,
    stance: z.enum(STANCES).meta({ description: '"supports" where it is left out.' }).optional(),
  })
  .meta({ id: 'evidence' })
const neededEvidence = z.array(evidence).min(1, NO_EVIDENCE)

const nameOf = z
  .union([
    name('A name; its script is told from its letters.'),
    z.strictObject({
      name: name('The name in its own script.'),
      language: language.optional(),
      script: script.optional(),
      kind: z
        .enum(['official', 'alias', 'transliteration'])
        .meta({ description: 'The first name is official and all others are aliases, where it is left out.' })
        .optional(),
    }),
  ])
  .meta({ id: 'name' })
const names = z
  .array(nameOf)
  .min(1, 'is empty; write at least one name')
  .meta({ description: 'The first one is what pages call it.' })

const identifiers = z
  .partialRecord(z.enum(['wikidata', 'isni', 'viaf', 'lei', 'url']), line('The identifier in that list.'))
  .meta({ description: 'The same in other lists: {"wikidata": "Q320245"}.' })
  .optional()

const actor = z.strictObject({
  id: id('What this file calls the actor.'),
  kind: z.enum(['person', 'organisation', 'public body', 'group']),
  names,
  roles: z
    .array(
      z.strictObject({
        title: line('The office, as newspapers print it.'),
        of: id('The actor it is held at.').optional(),
        when: date('Since when and until when: 2018-09-01/2022-08-31.').optional(),
      }),
    )
    .optional(),
  relations: z
    .array(
      z.strictObject({
        kind: z.enum(['part of', 'office of', 'speaks for', 'also called']),
        to: id('The other actor; for "also called" the actor or place whose name it goes by.'),
        when: date('Since when and until when; left out where it always holds.').optional(),
      }),
    )
    .optional(),
  identifiers,
})

const place = z.strictObject({
  id: id('What this file calls the place.'),
  names,
  in: id('The place it lies in.').optional(),
  identifiers,
})

const due = z.union([
  date('By when; due means its end.'),
  z
    .strictObject({
      date: date('By when; due means its end.').optional(),
      words: line('The words it was tied to: "before the end of my mandate".').optional(),
    })
    .refine(
      (value) => value.date !== undefined || value.words !== undefined,
      'is empty; give its date, its words, or both',
    ),
])

const event = z.strictObject({
  id: id('Left out, it is made of the commitment’s id, the date and what happened.').optional(),
  date: pastDate('When it happened.'),
  event: z.enum(EVENT_KINDS),
  due: due.optional(),
  evidence: neededEvidence,
})

const term = z.strictObject({
  id: id('What this file calls the term.'),
  what: line('The condition: "unsupervised interviews with civil society".'),
  steps: z
    .array(
      z.strictObject({
        id: id('Left out, it is made of the term’s id, the date and the state.').optional(),
        date: pastDate('When it was said.'),
        state: z.enum(TERM_STATES),
        by: id('The actor who says so.').optional(),
        evidence: neededEvidence,
      }),
    )
    .min(1, 'is empty; write at least one step'),
})

const commitment = z.strictObject({
  id: id('What this file calls the commitment.'),
  actor: id('Who undertakes it.'),
  what: line('What is undertaken, as it goes on after the actor’s name: "publish its report".'),
  supersedes: id('An earlier commitment that this one takes the place of.').optional(),
  events: z.array(event).min(1, 'is empty; write at least the event that made the commitment'),
  terms: z.array(term).optional(),
})

const demand = z.strictObject({
  id: id('What this file calls the demand.'),
  addressee: id('The actor who is asked.'),
  what: line('What is asked, as it goes on after "to": "release its report without further delay".'),
  date: pastDate('When it was asked.'),
  about: id('The commitment it is about.').optional(),
  signatories: z.array(id('An actor.')).meta({ description: 'Those known by name.' }).optional(),
  declared: z
    .strictObject({
      count: z
        .int('has to be a whole number')
        .min(1, 'has to be at least 1')
        .meta({ description: 'How many are said to have signed.' }),
      of: name('What is counted: "rights groups".'),
    })
    .optional(),
  evidence: neededEvidence,
  replies: z
    .array(
      z.strictObject({
        id: id('Left out, it is made of the demand’s id, the date and the reply.').optional(),
        date: pastDate('When it came.'),
        reply: z.enum(REPLY_KINDS),
        by: id('The actor who replied.').optional(),
        evidence: neededEvidence,
      }),
    )
    .optional(),
})

const figureSet = z.strictObject({
  id: id('What this file calls the figure.'),
  what: line('What is counted: "people held in camps".'),
  claims: z
    .array(
      z
        .strictObject({
          id: id('Left out, it is made of the figure’s id and the date.').optional(),
          by: id('The actor who claims it.').optional(),
          claimant: line('Who claims it, in words, where it is no actor of this file.').optional(),
          figure,
          date: pastDate('When it was claimed.'),
          since: date('The time that the claim is about.').optional(),
          evidence: neededEvidence,
        })
        .refine(
          ({ by, claimant }) => (by === undefined) !== (claimant === undefined),
          'needs to say who claims it, once: "by" with an actor’s id, or "claimant" in words',
        ),
    )
    .min(1, 'is empty; write at least one claim'),
})

const articleEntry = z.strictObject({
  article,
  url: line('Where it was published.').optional(),
  sha256: sha256.optional(),
})

/** The dossier file as it is written: what `add DOSSIER.json` takes in and `export` writes. */
export const dossierFileSchema = z
  .strictObject({
    $schema: z.string().meta({ description: 'Where this schema is, for editors that help with writing.' }).optional(),
    format: z.literal(FORMAT),
    id: id('What the dossier is called in addresses.'),
    title: line('What the dossier is about.'),
    summary: words('A sentence or two.').optional(),
    timeZones: z
      .array(timeZone)
      .meta({
        description:
          'What is due on a day is overdue once the day is over in the last of these; UTC where none is given.',
      })
      .optional(),
    articles: z.array(articleEntry).meta({ description: 'What is known of the files beside this one.' }).optional(),
    actors: z.array(actor).optional(),
    places: z.array(place).optional(),
    commitments: z.array(commitment).optional(),
    demands: z.array(demand).optional(),
    figures: z.array(figureSet).optional(),
    quoted: z
      .array(z.strictObject({ id: id('Left out, it is made of its place in the list.').optional(), ...quotedKeys }))
      .meta({ description: 'Statements and passages that belong to the matter and move nothing.' })
      .optional(),
  })
  .meta({ title: 'Onrecord dossier file' })

/** A dossier file after its dates were read. */
export type DossierFileData = z.output<typeof dossierFileSchema>
