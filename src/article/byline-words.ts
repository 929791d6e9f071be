/** Words and signs that stand around the names in a byline, in the languages of the outlets that print them. */

function anyOf(lines: string): string {
  const entries = lines.split('\n').map((line) => line.trim())
  return entries.filter((entry) => entry !== '').join('|')
}

/** Words that lead up to the names, with a space or a colon behind them. */
const BEFORE = anyOf(String.raw`
  (?:(?:story|article|text|words|written|reported|reporting|posted|published|updated|authored|review|analysis|opinion)\s+)?by
  (?:(?:ein|eine)\s+(?:\p{L}+\s+)?(?:artikel|(?:gast)?beitrag|(?:gast)?kommentar|analyse|interview|reportage|bericht|essay|kolumne|rezension)\s+|aufgezeichnet\s+)?von
  (?:(?:propos\s+|texte\s+)?recueillis?\s+|écrit\s+|rédigé\s+|publié\s+|texte\s+|un article de\s+)?par
  (?:escrito\s+|publicado\s+)?por
  (?:dal\s+nostro\s+|dalla\s+nostra\s+)(?:inviat[oa]|corrispondente)
  (?:a\s+cura\s+)?di
  (?:door|van)\s+onze\s+(?:redact(?:eur|rice)|correspondente?|verslagg(?:ever|eefster)|medewerk(?:er|ster))
  door
  (?:skrevet\s+|skriven\s+)?a[vf]
  przez
  autor(?:in|es|as|ka|zy)?
  auteure?s?
  autor[ei]
  автор(?:ка|ы|и)?|текст|беседовала?|записала?
  γράφ(?:ει|ουν)\s+(?:ο|η|οι)
  작성자|글
  بقلم|كتبت?|الكاتب(?:ة)?|إعداد|تقرير
  מאת
  نویسنده|نوشته|گزارش از
  लेखक|लेखिका|द्वारा|रिपोर्ट
  โดย
  tác\s+giả|bởi
  oleh|penulis
  author|reporter|yazan|yazar|haber
  作者|撰文|撰稿|采写|採訪|采访|文
`)

/** Words that do so only before a colon, or a stroke where Chinese and Japanese papers set one. */
const BEFORE_COLON = anyOf(`
  text|texte|texto|testo|tekst|bericht|reportaje|reportage|reportagem|interview|entrevista|protokoll
  執筆|取材・文|著者|筆者|聞き手|写真・文|文・写真
`)

/** What the reporter of a Chinese paper is called, with the paper before it: "本报记者", "新华社记者", "中央社記者". */
const HAN_REPORTER = String.raw`(?:\p{Script=Han}{2,8}?)?(?:特派|首席|实习|實習|特約|特约)?(?:記者|记者)`

/** What stands before the names in their line, to its first letter. */
export const BY = new RegExp(
  String.raw`^(?:${BEFORE})(?:\s*[:：]\s*|\s+[-–]\s+|\s+)|^(?:${BEFORE_COLON})\s*[:：]\s*|^(?:文|撰文|執筆|取材・文)\s*[/／|｜・=＝]\s*|^${HAN_REPORTER}[\s:：]*(?=\p{Script=Han}{2,4}(?:$|[\s／/|、]|\p{Script=Han}{2}\d{1,2}日))`,
  'iu',
)

/** Greek sets the article before a name in the genitive; words of a sentence may begin so, too. */
export const GREEK_OF = /^(?:του|της|των)\s+(?=\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+$)/iu

/** News agencies, as newspapers name them beside their own people. */
const AGENCY = String.raw`(?:l[’']|the\s+|der\s+)?(?:AFP|AP|Reuters|dpa|EFE|ANSA|Lusa|Belga|APA|PAP|TASS|ТАСС|agenc\p{L}*|agentur\p{L}*|agenzie|informa\p{L}*\s+de\s.*|wires?|wire\s+services?)`

/** What stands behind the names: a role, a place, a date, an address, an agency. */
export const BEHIND = new RegExp(
  `\\s*(?:${anyOf(String.raw`
    [|•/／]|(?<![\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}])·|\s·
    \s*[(（[〔](?!(?:avec|with|mit|con|com)\s)[^)）\]〕\d]*[)）\]〕]?$
    \s기자(?=$|\s)|\sfor the\b|,\s(?:à|aus|from)\s|\s[–—-]\s
    \s(?:avec|with|mit|con|com|met|med|et|y|e|and|und|y|și|и|с)\s${AGENCY}$
    \starafından\b|\sद्वारा$
    \s?(?:\p{Script=Han}{2,6})?(?:报道|報導|报导|報道)$|\p{Script=Han}{2}\d{1,2}日[电電]
    ,\s*(?=(?:\p{Lu}?\p{Ll}*\s)*(?:staff|writer|reporter|correspondent|editor|columnist|contributor|special to|for the|associated press|reuters|afp|bbc|cnn)\b)
    \b(?:(?:last|first|also)\s+)?(?:published|updated|posted|modified|edited by)\b|\bfollow\b
    \b(?:on\s+)?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?<![\p{L}\d])\d{1,2}[./ ]|\b(?:19|20)\d\d\b|@|\bcorrespondent\b
  `)}).*$`,
  'iu',
)

/** A role behind a comma begins with a small letter: ", envoyée spéciale à Dakar"; so do words that join names, or begin a clause. */
export const ROLE_BEHIND =
  /,\s+(?!(?:and|und|et|y|e|en|og|och|и|та|i|și|ve|dan|de|da|del|van|von|who|whom|whose|which|that|qui|que|dont|che|der|die|das|który|która|который|которая)\s)(?=\p{Ll}).*$/u

/** One word behind a comma, where two stand before it: a place or an agency. "Anna Müller, Berlin". */
export const PLACE_BEHIND = /(?<=\S\s+\S+),\s+\p{Lu}[\p{L}\d-]+$/u

/** What content systems write where nobody is named, and the names of accounts. */
export const NOBODY =
  /^(?:\S*\d\S*|admin|administrator|administrador|webmaster|root|user|author|editor|(?:the )?editors|editorial (?:board|team|staff)|staff|(?:\p{L}+ )?staff (?:writer|reporter|report|correspondent)s?|(?:die |onze |van onze )?redaktion|la redacción|redacción(?: \p{L}+)?|redação(?: \p{L}+)?|(?:la )?redazione(?: \p{L}+)?|(?:la )?rédaction(?: \p{L}+)?|redactie|redakcja|redakce|redaktionen|редакция|редакція|редколлегия|هيئة التحرير|التحرير|מערכת(?: \p{L}+)?|編集部|編輯部|编辑部|편집부|haber merkezi|tim redaksi|redaksi|unknown|anonymous|n\/?a|none|null|undefined|by|guest|web ?desk|news ?desk|(?:news )?agencies|agencias|agências|agences)$/iu

/** Who edited, checked, uploaded or illustrated it did not write it. */
export const EDITED =
  /^(?:fotos?|photos?|photographs?|bild(?:er)?|imagen|imágenes|фото|图|圖|写真|사진|责任编辑|責任編輯|责编|编辑|編輯|编审|校对|审核|编|редактор|edited by|edited|editor|editing|opracowanie|oprac\.|redaktion|rédacteur en chef|تحرير)\s*[:：]/iu
