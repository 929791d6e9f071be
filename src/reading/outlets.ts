import { type Span, wordsOf } from '../text/span.ts'
import { within } from '../text/within.ts'

/** Outlets that no word in their name gives away, and programmes that stand for them. */
const KNOWN = [
  'Reuters|AFP|Agence France-Presse|Associated Press|AP|UPI|BBC(?: News| World Service| Newsnight)?|CNN(?: International)?|MSNBC|CNBC|NBC(?: News)?|ABC(?: News)?|CBS(?: News| This Morning)?|PBS(?: NewsHour)?|NPR|CBC|C-SPAN|Fox(?: News| Business)(?: Channel| Network| Sunday)?|Univision|Telemundo|Newsmax|ITV|Channel 4 News|Sky News|RTE|TRT|RT(?: America)?|CGTN|CCTV|Xinhua|TASS|Tass|Interfax|RIA Novosti|Sputnik|DPA|dpa|EFE|ANSA|Kyodo|NHK|Yonhap|KCNA|Anadolu(?: Agency)?|Al Jazeera|Al Arabiya|Al-Monitor|Deutsche Welle|DW|Der Spiegel|Die Zeit|Bild|Le Monde|Le Figaro|Libération|El País|El Mundo|La Repubblica|Corriere della Sera|Haaretz|Radio Free (?:Asia|Europe)|RFA|RFE/RL|Voice of America|VOA|Hong Kong Free Press',
  'Bloomberg(?: News| Businessweek| Politics)?|Politico|POLITICO|Axios|ProPublica|BuzzFeed(?: News)?|Breitbart(?: News(?: Daily)?)?|Vox|Vice News|Slate|Salon|Quartz|Gawker|Mediaite|HuffPost|Huffington Post|Daily Caller|TheBlaze|The Blaze|The Hill|The Intercept|The Atlantic|The Economist|The Nation|The New Yorker|New Yorker|The New Republic|National Review|Weekly Standard|Vanity Fair|Cosmopolitan|Esquire|GQ|Rolling Stone|Newsweek|TIME|Time magazine|Fortune|Forbes|Variety|Mother Jones|Foreign Policy|Foreign Affairs|Financial Times|FT|USA T(?:oday|ODAY)|WikiLeaks|Wikileaks|Caixin|People’s Daily|Global Times|The Wire|The Daily Show|The Tonight Show|Sixth Tone|Nikkei(?: Asia)?|The Independent|The Guardian|The Telegraph|The Sun|The Mirror|The Age|The Australian|The Globe and Mail|Morning Joe|Meet the Press|Face the Nation|State of the Union|Good Morning America|Capital Download',
].join('|')
/** What the last word of an outlet's name often is. */
const KIND =
  'News|Times|Post|Press|Journal|Guardian|Herald|Tribune|Gazette|Observer|Chronicle|Courier|Daily|Telegraph|Standard|Mail|Inquirer|Examiner|Register|Bee|Globe|Sun|Star|Sentinel|Dispatch|Mercury|Republic|Review|Magazine|Radio|TV|Television|Tonight|Wire|News Agency|Show|Newspaper'
const NAME_WORD = String.raw`(?:(?:\p{Lu}\.){1,3}|\p{Lu}(?:['’]\p{Lu})?[\p{L}&-]{0,20})`
/** Called so behind "the", once it has been named: "told the Post". */
const SHORT =
  '(?<=\\b[Tt]he )(?:Times|Post|Journal|Guardian|Globe|Herald|Tribune|Independent|Observer|Gazette|Chronicle|Spokesman-Review)'
/** Words that begin a sentence or a title, and no name. */
const NO_NAME =
  '(?!(?:A|An|Of|The|And|But|In|On|At|When|As|If|For|While|After|Before|President|Senator|Mr|Mrs|Ms|Dr|According|That|This|He|She|They|We|It|His|Her)\\b)'

/** Names begin with a capital, or with the small letter of "dpa": looked at first, because most characters are none. */
const OUTLET = new RegExp(
  String.raw`(?=[A-Zd]|[^\0-\x7f])(?:(?<![\p{L}\p{N}-])(?:(?:The )?(?:${KNOWN})|(?:The )?(?:${NO_NAME}${NAME_WORD} ){1,3}(?:${KIND}))(?![\p{L}\p{N}-])|(?<=\b[Tt]he )\p{Lu}\p{Ll}{1,20}-(?:${KIND})(?![\p{L}\p{N}-])|${SHORT}(?![\p{L}\p{N}-]| \p{Lu})|(?<=\b(?:agency|newspaper|broadcaster|magazine|daily|weekly|channel|website|outlet) )${NO_NAME}${NAME_WORD}(?: ${NAME_WORD})?|(?<=\b(?:told|tells|interview with) (?:the )?)(?!Mc|Mac|De|La|Le|Di|Van)\p{Lu}\p{Ll}+\p{Lu}\p{L}+|(?<=^\p{Lu}[\p{L} ,0-9]{0,40} \()${NAME_WORD}(?=\) ?[—–-]))`,
  'gmu',
)
/** End like an outlet and are none. */
const NO_OUTLET =
  /(?:^|\s)(?:Fake|Breaking|Good|Bad|Big|Wall|White|Supreme|Rising|North|Death|All|Lone|Hard|End|Modern|Old|Trading|Gold|Golden|African|Czech|Dominican|Soviet|Islamic|People|Fuel|Eastern|Pacific|Central|Double|University|House|Judicial|Literary|Business|Policy|Law|Boy|Cable|Headline|Devastating|Polls|Newport) (?:News|Star|Post|Times|Sun|Review|Press|Republic|Standard|Globe|Show)$/

const IS_KNOWN = new RegExp(`^(?:The )?(?:${KNOWN})$`, 'u')

/** Whether `name`, as printed, is that of an outlet known here: "Forbes" by itself is no person. */
export function isKnownOutlet(name: string): boolean {
  return IS_KNOWN.test(name)
}

/** A name of an outlet as printed, and where. */
export type Outlet = { readonly name: string; readonly span: Span }

/** Outlets that a text names by a word alone ("the agency Brevane") are outlets wherever the name stands. */
function alsoNamed(text: string, outlets: readonly Outlet[]): readonly Outlet[] {
  const single = new Set(outlets.map(({ name }) => name).filter((name) => /^[\p{L}\d]{2,}$/u.test(name)))
  if (single.size === 0) return []
  const taken = new Set(outlets.map(({ span }) => span[0]))
  return [...text.matchAll(/(?<![\p{L}\p{N}-])\p{Lu}[\p{L}\d]+/gu)].flatMap(({ 0: name, index }) =>
    single.has(name) && !taken.has(index) ? [{ name, span: [index, index + name.length] as const }] : [],
  )
}

/** "The Courier" once the text has named the Talverin Courier, or is that paper's own. */
function shortlyNamed(text: string, outlets: readonly Outlet[], own: string | null): readonly Outlet[] {
  const full = [...outlets.map(({ name }) => name), ...(own === null ? [] : [own])]
  const last = new Set(full.flatMap((name) => / (\p{Lu}[\p{L}-]+)$/u.exec(name)?.[1] ?? []))
  if (last.size === 0) return []
  return [...text.matchAll(/(?<=\b[Tt]he )\p{Lu}[\p{L}-]+(?![\p{L}\p{N}-]| \p{Lu})/gu)].flatMap(({ 0: name, index }) =>
    last.has(name) ? [{ name, span: [index, index + name.length] as const }] : [],
  )
}

/**
 * The outlets that `text` names: by names of outlets known here, by the last word of their names ("Gazette"), by
 * what they are called ("the agency Brevane"), in a dateline ("PORT ELLEN (Brevane) —"), and by the end of a name that
 * was given in full ("the Courier").
 *
 * @param own the outlet that printed the text, where that is known
 * @returns in order, not overlapping; a capital "The" is part of a name, as it is printed
 * Cost: O(length of text).
 */
export function outletsIn(text: string, own: string | null): readonly Outlet[] {
  const outlets = [...text.matchAll(OUTLET)]
    .filter(({ 0: name }) => !NO_OUTLET.test(name))
    .map(({ 0: name, index }): Outlet => ({ name, span: [index, index + name.length] }))
  const all = [...outlets, ...alsoNamed(text, outlets), ...shortlyNamed(text, outlets, own)].toSorted(
    (a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1],
  )
  return all.filter((outlet, at) => at === 0 || outlet.span[0] >= (all[at - 1]?.span[1] ?? 0))
}

/** The outlets within `span`. */
export function outletsWithin(outlets: readonly Outlet[], span: Span): readonly Outlet[] {
  return within(outlets, span, (outlet) => outlet.span).filter((outlet) => outlet.span[1] <= span[1])
}

const OUTLET_KIND =
  /^(?:[\p{L}-]+ ){0,4}(?:newspapers?|news agency|agency|broadcaster|news media|media reports?|news reports?|media outlets?|news outlets?|tabloid|magazine|television|tv channel|radio station|media)$/iu

/** Whether a source is an outlet: by name, or as what it is ("a newspaper", "state media"). */
export function isOutlet(text: string, source: Span, outlets: readonly Outlet[]): boolean {
  const words = wordsOf(text, source)
  if (words.length > 120) return false
  const named = outletsWithin(outlets, source)[0]
  if (named === undefined) return OUTLET_KIND.test(words)
  const [before, after] = [text.slice(source[0], named.span[0]), text.slice(named.span[1], source[1])]
  return (
    /^(?:[Tt]he |[Aa] |[Aa]n )?(?:[\p{L}-]+ ){0,4}$/u.test(before) &&
    !/\b(?:at|of|from|for|with|by|to|in|on)\b/.test(before) &&
    /^(?:['’]s? (?:report|story|article|editorial board|editorial)s?|,? (?:reports?|report|story|article|newspaper|magazine|news agency|poll))?[ ,]*$/.test(
      after,
    )
  )
}
