import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'

const DEFAULT_PORT = 4600
/** Each holds a model of its own, 250 MB with what it reads. */
const MAX_READERS = 2

/** What the environment sets. Each name is in the README. */
export type Settings = {
  /** The folder of the record. */
  readonly dataFolder: string
  /** Where the server listens, on 127.0.0.1 and ::1. */
  readonly port: number
  /** Where the public reaches its pages: `https://record.example`; null where that is the address listened on. */
  readonly address: string | null
  /** Where the server listens for others; null where only this machine reaches it. */
  readonly listen: { readonly host: string; readonly port: number } | null
  /** The server that takes mails (`smtp://…`); null where they are kept as files. */
  readonly smtp: string | null
  /** Whom mails are from. */
  readonly mailFrom: string
  /** Who collects, as the archive says it; null where nobody is named. */
  readonly collector: string | null
  /** What sites are told to whom they can turn about our requests: a mail address or a page. */
  readonly contact: string | null
  /** Whether what a site's robots.txt asks of programs is done. */
  readonly respectRobots: boolean
  /** Whether this computer itself and private networks may be fetched from. */
  readonly allowPrivate: boolean
  /** The address of the authority that stamps the ledger; null where none does. */
  readonly timeAuthority: string | null
  /** A file with the certificates by which authorities are known; null where none is named. */
  readonly timeCertificates: string | null
  /** The program that pictures pages; null where the system's own is looked for. */
  readonly browser: string | null
  /** How many inputs are read at once, each in a process of its own. */
  readonly readers: number
}

/** What stands in a header, within brackets: a mail address or an address of the web. */
const CONTACT = /^(?:https?:\/\/|[^\s@]+@)[!-'*-~]{3,200}$/

/** An address of a site without anything behind its path, without a slash at its end; null for what is none. */
function publicAddress(address: string): string | null {
  const url = URL.parse(address)
  const isSite = url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === ''
  if (!isSite || url.username !== '' || url.password !== '' || url.pathname !== '/') return null
  return url.origin
}

/** `host:port`, an IPv6 address in brackets. */
function listenPlace(words: string): Settings['listen'] {
  const [, ipv6, name, port] = /^(?:\[([0-9a-f:]+)\]|([\w.-]+)):(\d{1,5})$/iu.exec(words) ?? []
  const host = ipv6 ?? name
  return host === undefined || Number(port) < 1 || Number(port) > 65_535 ? null : { host, port: Number(port) }
}

/** A name and an address, or an address alone; nothing in it begins another header. */
const SENDER = /^(?:[^\r\n<>"@]{1,100} <[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/u

const Environment = z.object({
  ONRECORD_DATA: z
    .string()
    .min(1)
    .default(resolve(import.meta.dirname, '..', 'data')),
  ONRECORD_COLLECTOR: z.string().max(200).default(''),
  // An empty word would count as 0, which is any free port.
  ONRECORD_PORT: z.string().min(1).transform(Number).pipe(z.int().min(0).max(65_535)).default(DEFAULT_PORT),
  ONRECORD_ADDRESS: z
    .string()
    .transform((address) => publicAddress(address))
    .refine((address) => address !== null)
    .nullable()
    .default(null),
  ONRECORD_LISTEN: z
    .string()
    .transform((words) => listenPlace(words))
    .refine((place) => place !== null)
    .nullable()
    .default(null),
  ONRECORD_SMTP: z
    .url({ protocol: /^smtps?$/u, hostname: /./u })
    .nullable()
    .default(null),
  ONRECORD_MAIL_FROM: z.string().regex(SENDER).default('Onrecord <onrecord@localhost>'),
  ONRECORD_CONTACT: z.string().regex(CONTACT).nullable().default(null),
  ONRECORD_ROBOTS: z.enum(['respect', 'ignore']).default('respect'),
  ONRECORD_TSA: z
    .url({ protocol: /^https?$/u })
    .nullable()
    .default(null),
  ONRECORD_TSA_CA: z.string().min(1).nullable().default(null),
  ONRECORD_CHROMIUM: z.string().min(1).nullable().default(null),
  ONRECORD_ALLOW_PRIVATE_ADDRESSES: z.enum(['yes', 'no']).default('no'),
})

type Name = keyof typeof Environment.shape

/** What each setting takes, as the end of "set it to …". */
const TAKES: Readonly<Record<Name, string>> = {
  ONRECORD_DATA: 'a folder, or leave it out',
  ONRECORD_PORT: `a port number from 0 to 65535, or leave it out for ${DEFAULT_PORT}`,
  ONRECORD_ADDRESS:
    'the address at which the public reaches its pages (https://record.example), or leave it out for this computer’s own',
  ONRECORD_LISTEN:
    'an address of this machine and a port, such as 0.0.0.0:4600, or leave it out for this machine alone',
  ONRECORD_SMTP: 'the address of a mail server (smtps://user:password@mail.example), or leave it out for files',
  ONRECORD_MAIL_FROM: 'a mail address, or a name with one (Onrecord <desk@record.example>), or leave it out',
  ONRECORD_COLLECTOR: 'a name of at most 200 letters, or leave it out',
  ONRECORD_CONTACT: 'a mail address or a page (https://…), or leave it out',
  ONRECORD_ROBOTS: '"respect" or "ignore", or leave it out for "respect"',
  ONRECORD_TSA: 'the address of an authority for time stamps (https://…), or leave it out',
  ONRECORD_TSA_CA: 'a file of certificates, or leave it out',
  ONRECORD_CHROMIUM: 'the program of Chromium, or leave it out for the one that the system has',
  ONRECORD_ALLOW_PRIVATE_ADDRESSES: '"yes" or "no", or leave it out for "no"',
}

/** The name of every setting. */
export const SETTINGS = Object.keys(TAKES) as readonly Name[]

/** @returns the settings, or a sentence that says which one is wrong */
export function settingsFrom(environment: NodeJS.ProcessEnv): Settings | string {
  const parsed = Environment.safeParse(environment)
  if (!parsed.success) {
    const name = parsed.error.issues[0]?.path[0] as Name
    return `${name} is "${environment[name]}"; set it to ${TAKES[name]}`
  }
  const settings = parsed.data
  // Over plain http a session could be read on the way.
  if (settings.ONRECORD_LISTEN !== null && !settings.ONRECORD_ADDRESS?.startsWith('https:'))
    return 'ONRECORD_LISTEN lets others in, who need an address that nobody can read along: set ONRECORD_ADDRESS to it (https://record.example), with a proxy for https in front'
  return {
    dataFolder: resolve(settings.ONRECORD_DATA),
    port: settings.ONRECORD_PORT,
    address: settings.ONRECORD_ADDRESS,
    listen: settings.ONRECORD_LISTEN,
    smtp: settings.ONRECORD_SMTP,
    mailFrom: settings.ONRECORD_MAIL_FROM,
    collector: settings.ONRECORD_COLLECTOR.trim() || null,
    contact: settings.ONRECORD_CONTACT,
    respectRobots: settings.ONRECORD_ROBOTS === 'respect',
    allowPrivate: settings.ONRECORD_ALLOW_PRIVATE_ADDRESSES === 'yes',
    timeAuthority: settings.ONRECORD_TSA,
    timeCertificates: settings.ONRECORD_TSA_CA && resolve(settings.ONRECORD_TSA_CA),
    browser: settings.ONRECORD_CHROMIUM && resolve(settings.ONRECORD_CHROMIUM),
    readers: Math.min(MAX_READERS, availableParallelism()),
  }
}
