import { edtfOf } from './edtf.ts'
import { monthNamed } from './month-names.ts'

/** A date found in a text: its EDTF and where it stands, half-open, in UTF-16 code units. */
export type PrintedDate = { readonly edtf: string; readonly start: number; readonly end: number }

type Form = {
  readonly pattern: RegExp
  readonly read: (groups: Readonly<Record<string, string>>, order: SlashOrder) => string | null
}

const YEAR = String.raw`(?<year>(?:1[6-9]|20|21)\d\d)`
const WORD = String.raw`(?<month>[\p{L}\p{M}]{2,16}|(?:كانون|تشرين) \p{L}{5,7})\.?`

function numbered({ year, month, day }: Readonly<Record<string, string>>): string | null {
  return edtfOf({ year: Number(year), month: Number(month), day: day === undefined ? null : Number(day) })
}

function named({ year, month = '', day }: Readonly<Record<string, string>>): string | null {
  const number = monthNamed(month)
  return number === null
    ? null
    : edtfOf({ year: Number(year), month: number, day: day === undefined ? null : Number(day) })
}

/** The years of Thailand are counted from 543 years earlier. */
const BUDDHIST_ERA = 543

function thai({ year, month, day }: Readonly<Record<string, string>>): string | null {
  return named({ year: String(Number(year) - BUDDHIST_ERA), month: month ?? '', day: day ?? '' })
}

/** Which of two numbers before a year is the day: 03/04/2022 is one day in London and another in Boston. */
export type SlashOrder = 'day first' | 'month first' | null

/** Where the order is not known, read only where the numbers leave no choice. */
function slashed({ year, a = '', b = '' }: Readonly<Record<string, string>>, order: SlashOrder): string | null {
  const dayFirst = edtfOf({ year: Number(year), month: Number(b), day: Number(a) })
  const monthFirst = edtfOf({ year: Number(year), month: Number(a), day: Number(b) })
  if (order !== null) return order === 'day first' ? dayFirst : monthFirst
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) return null
  return dayFirst ?? monthFirst
}

/** Forms in which newspapers print dates; the first that fits at a place is taken, so days come before months. */
const FORMS: readonly Form[] = [
  { pattern: new RegExp(String.raw`\b${YEAR}-(?<month>\d\d)-(?<day>\d\d)(?!\d)`, 'gu'), read: numbered },
  { pattern: new RegExp(String.raw`\b${YEAR}[./](?<month>\d\d?)[./](?<day>\d\d?)(?!\d)`, 'gu'), read: numbered },
  {
    pattern: new RegExp(
      String.raw`(?<!\d)${YEAR}\s?[年년]\s?(?<month>\d\d?)\s?[月월]\s?(?<day>\d\d?)\s?[日일号]`,
      'gu',
    ),
    read: numbered,
  },
  {
    pattern: new RegExp(String.raw`(?<![\d.])(?<day>\d\d?)\.\s?(?<month>\d\d?)\.\s?${YEAR}(?!\d)`, 'gu'),
    read: numbered,
  },
  {
    pattern: new RegExp(
      String.raw`(?<![\d\p{L}])(?<day>\d\d?)(?:st|nd|rd|th|er|º|ª|\.)?[\s-]+(?:(?:de|of)\s+)?${WORD},?[\s-]+(?:(?:de|del)\s+)?${YEAR}(?!\d)`,
      'giu',
    ),
    read: named,
  },
  {
    pattern: new RegExp(String.raw`(?<![\p{L}\d])${WORD}\s+(?<day>\d\d?)(?:st|nd|rd|th)?,?\s+${YEAR}(?!\d)`, 'giu'),
    read: named,
  },
  {
    pattern: new RegExp(String.raw`(?<!\d)${YEAR}(?:\.|\s+m\.|,)?\s+${WORD}\s+(?<day>\d\d?)(?!\d|:)`, 'giu'),
    read: named,
  },
  {
    pattern: /(?<!\d)(?<day>\d\d?)\s*(?<month>[\p{Script=Thai}.]{3,12}?)\s*(?:พ\.ศ\.\s*)?(?<year>2[45]\d\d)(?!\d)/gu,
    read: thai,
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\d)(?<day>\d\d?)\s+(?:tháng|thg)\s+(?<month>\d\d?)(?:,|\s+năm)?\s+${YEAR}(?!\d)`,
      'giu',
    ),
    read: numbered,
  },
  { pattern: new RegExp(String.raw`(?<!\d)(?<a>\d\d?)/(?<b>\d\d?)/${YEAR}(?!\d)`, 'gu'), read: slashed },
  { pattern: new RegExp(String.raw`(?<!\d)${YEAR}\s?[年년]\s?(?<month>\d\d?)\s?[月월]`, 'gu'), read: numbered },
  { pattern: new RegExp(String.raw`(?<![\p{L}\d]|\d[.\s]\s?)${WORD}\s+(?:de\s+)?${YEAR}(?!\d)`, 'giu'), read: named },
]

/** Digits of other scripts as ASCII, one for one: "٨ مارس ٢٠٢٢", "८ मार्च २०२२". */
function withPlainDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    // Each script's digits stand together, nought first, at a place that ends in 0 or 6.
    const code = digit.codePointAt(0) ?? 0
    let zero = code
    while (zero > code - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
    return digit.length === 1 ? String(code - zero) : digit
  })
}

/** Longer texts are no date lines; cost stays small whatever comes. */
const MAX_LENGTH = 400

/**
 * The first date that `text` prints, as precise as it is printed.
 *
 * @param text a line with a date in it, or none; longer than `MAX_LENGTH` is not looked at
 * @param order how dates with strokes are written where the text comes from, null where that is not known
 * @returns null where there is none, or its numbers could mean two days
 */
export function firstPrintedDate(text: string, order: SlashOrder = null): PrintedDate | null {
  if (text.length > MAX_LENGTH) return null
  const plain = withPlainDigits(text)
  for (const { pattern, read } of FORMS)
    for (const match of plain.matchAll(pattern)) {
      const edtf = read((match.groups ?? {}) as Readonly<Record<string, string>>, order)
      if (edtf !== null) return { edtf, start: match.index, end: match.index + match[0].length }
    }
  return null
}

/** Words that stand around the date in a date line: "published", "updated", small words and weekdays. Lower case. */
const AROUND = new Set(
  `published posted updated update first last modified on at date created release released original by the th am pm a m p
  um uhr stand den der veröffentlicht aktualisiert le à publié mis jour el la las los de del publicado actualizado em às atualizado
  il alle pubblicato aggiornato gepubliceerd bijgewerkt op om kl klo publicerad uppdaterad publisert oppdatert опубликовано обновлено в
  发布时间 发布 时间 更新 日期 公開 更新日 입력 수정
  today yesterday heute gestern aujourd hui hier hoy ayer hoje ontem oggi ieri vandaag gisteren i dag idag сегодня вчера اليوم أمس 今天 昨天 今日 오늘
  mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
  montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
  lunes martes miércoles jueves viernes sábado domingo segunda terça quarta quinta sexta feira
  lunedì martedì mercoledì giovedì venerdì sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
  प्रकाशित अपडेट প্রকাশ প্রকাশিত আপডেট منتشر انتشار تاریخ نشر تحديث آخر ngày đăng cập nhật lúc เผยแพร่ อัปเดต ปรับปรุง น yayınlanma güncelleme tarihi δημοσίευση ενημέρωση
  入力 午前 午後 上午 下午 오전 오후 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 월요일 화요일 수요일 목요일 금요일 토요일 일요일
  星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日
  понедельник вторник среда четверг пятница суббота воскресенье h ist gmt utc z t`.split(/\s+/),
)

/** A time zone's letters. */
const ZONE = /^[A-Z]{2,5}$/

/** Whether all words of a text are such as stand around a date: weekdays, times, "Published". */
export function isAroundDate(text: string): boolean {
  const words = text.split(/[^\p{L}]+/u).filter((word) => word !== '')
  return words.every((word) => AROUND.has(word.toLowerCase()) || ZONE.test(word))
}

/**
 * The date of a line that holds nothing but a date, its weekday, time and words like "Published"; of two dates the first.
 *
 * @returns EDTF, or null
 */
export function dateLine(line: string): string | null {
  const date = firstPrintedDate(line)
  if (date === null) return null
  const rest = `${line.slice(0, date.start)} ${line.slice(date.end)}`
  const other = firstPrintedDate(rest)
  const left = other === null ? rest : `${rest.slice(0, other.start)} ${rest.slice(other.end)}`
  return isAroundDate(left) ? date.edtf : null
}
