import type { Role } from '../../../record/accounts/role.ts'
import type { ActorKind, RelationKind } from '../../../record/actors/actor.ts'
import type { Verdict } from '../../../record/decisions.ts'
import { counted, isolated } from './numbers.ts'

const KINDS: Readonly<Record<ActorKind, string>> = {
  person: 'Person',
  organisation: 'Organisation',
  'public body': 'Public body',
  group: 'Group',
}

const RELATIONS: Readonly<Record<RelationKind, string>> = {
  'part of': 'Part of',
  'office of': 'The office of',
  'speaks for': 'Speaks for',
  'also called': 'Also called',
}

const VERDICTS: Readonly<Record<Verdict, string>> = {
  accepted: 'Accepted',
  rejected: 'Not accepted',
  withdrawn: 'Withdrawn',
  open: 'Decision undone',
}

const BY: Readonly<Record<Role, string>> = {
  owner: 'by an owner of this record',
  editor: 'by an editor',
  reviewer: 'by a reviewer',
}

/** What the public's pages of statements, speakers and outlets say in English. Words in braces stand for what is put there. */
export const publicEn = {
  publicStatement: {
    said: 'What {who} said {when}',
    saidUndated: 'What {who} said',
    printed: 'What {who} said, as printed {when}',
    somebody: 'somebody who is not named',
    words: 'The words in their paragraph',
    parts: 'What is known of it',
    who: 'Said by',
    roleThen: '{role} at the time',
    roleMaybe: '{role}, perhaps at the time',
    roleUndated: '{role}, since when is not known',
    roleAsPrinted: '{role}, as the outlet puts it',
    when: 'Said',
    way: 'Came',
    original: 'The original',
    openOriginal: 'Read it at {host}',
    noOriginal: 'The record holds no address of it.',
    checking: 'To check it',
    captured: 'Captured',
    came: 'Came as a file',
    hash: 'SHA-256 of its bytes',
    standing: 'On the record',
    translations: 'Translated',
    translated: (language: string, by: string, when: string) =>
      `Into ${language}, ${by} on ${when}: not the words that were printed.`,
    verdicts: VERDICTS,
    by: BY,
    verdict: '{verdict} {by} on {when}',
    forDossier: ', as evidence of a dossier',
    dossiers: 'Dossiers that rest on it',
    noDossiers: 'No published dossier rests on it.',
    permalink: 'Address of this page',
    accepted:
      'The words, and whose they are, were accepted by a person. What carries “read by machine” was read by a program and not checked.',
    noHeadline: 'Without a headline',
  },
  withdrawnStatement: {
    title: 'This statement was withdrawn',
    since: 'It was taken back {by} on {when}; since then its words are shown no more.',
    reason: 'The reason given: {reason}',
    stays: 'The record still has that it was accepted, and when:',
  },
  publicStatements: {
    title: 'Statements',
    search: 'Search the statements',
    searchHint: 'Words of the statement, its headline or outlet; all have to be there.',
    found: (count: number, words: string) =>
      count === 0
        ? `No accepted statement holds “${isolated(words)}”.`
        : `${counted(count, 'accepted statement holds', 'accepted statements hold')} “${isolated(words)}”.`,
    total: (count: number) =>
      `${counted(count, 'accepted statement', 'accepted statements')}, the last accepted first.`,
    none: 'No statement was accepted yet.',
    all: 'Show all statements',
    page: 'Its page: who, when, where, how to check it',
  },
  publicSpeaker: {
    kinds: KINDS,
    names: 'Names',
    roles: 'Roles',
    roleAt: '{role}, {of}',
    noDates: 'dates not known',
    relations: 'Relations',
    relation: RELATIONS,
    elsewhere: 'Elsewhere',
    commitments: 'Commitments',
    groups: { kept: 'Kept', broken: 'Broken, withdrawn or overdue', running: 'Under way' },
    to: 'to {what}',
    in: 'in {dossier}',
    statements: 'Statements',
    count: (count: number) =>
      `${counted(count, 'accepted statement', 'accepted statements')}, the last accepted first.`,
    none: 'No statement of theirs was accepted.',
  },
  publicOutlet: {
    what: 'Outlet',
    articles: 'Articles that the record rests on',
    statements: 'Statements that it printed',
    count: (count: number) =>
      `${counted(count, 'accepted statement', 'accepted statements')}, the last accepted first.`,
    none: 'No statement that it printed was accepted.',
  },
  asOf: {
    shown: 'As the record stood on {day}.',
    on: 'Where it stood on {day}, by what the record knows now.',
    now: 'Show it as it stands now',
    bad: 'That is no day of the calendar: write it as 2022-04-15. The page shows how it stands now.',
  },
  cite: {
    title: 'Cite this',
    apa: 'APA style',
    chicago: 'Chicago style',
    bibtex: 'BibTeX',
    csl: 'CSL-JSON, for Zotero and its kin',
    download: 'Download',
    speaker: (name: string) => `${name}: statements and commitments on record`,
    outlet: (name: string) => `${name}: statements and articles on record`,
  },
  outFeeds: {
    front: 'Onrecord: what came last into the record',
    about: 'Commitments that moved, and statements that were accepted, the last recorded first.',
    ofDossier: (title: string) => `Onrecord: ${title}`,
    moved: (who: string, what: string, event: string) => `${who}, to ${what}: ${event}`,
    said: (who: string, words: string) => `${who}: ${words}`,
    term: (what: string, state: string, by: string | null) =>
      by === null ? `Term “${what}”: ${state}` : `Term “${what}”: ${state}, says ${by}`,
    demand: (who: string, what: string) => `Asked of ${who}, to ${what}:`,
    reply: (what: string, kind: string) => `The demand to ${what}: ${kind}`,
    claim: (what: string, amount: string, who: string) => `${what}: ${amount}, says ${who}`,
    link: 'Feed',
  },
} as const
