import { expect, test } from 'vitest'
import { readArticle } from './read-article.ts'

const HEADLINE = 'Visit before the end of May, says minister'

/** Two paragraphs of an article in the script of each language. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The minister said on Tuesday that a visit to the northern camps would take place before the end of May.',
    '“We will open every gate,” she told the assembly, “and nobody will be kept from speaking.”',
  ],
  fr: [
    'La ministre a déclaré mardi que la visite des camps du nord aurait lieu avant la fin du mois de mai.',
    '« Nous ouvrirons chaque porte », a-t-elle dit, « et personne ne sera empêché de parler. »',
  ],
  ar: [
    'قال الوزير يوم الثلاثاء إن زيارة المخيمات الشمالية ستتم قبل نهاية شهر مايو، وفق ما نقلته الوكالة.',
    'وأضاف أمام النواب: «سنفتح كل باب، ولن يمنع أحد من الكلام».',
  ],
  he: [
    'השר אמר ביום שלישי כי הביקור במחנות הצפוניים ייערך לפני סוף חודש מאי, כך דיווחה הסוכנות.',
    '"נפתח כל שער", אמרה לאספה, "ואיש לא יימנע מלדבר".',
  ],
  zh: [
    '外交部发言人星期二在例行记者会上表示，对北部营地的访问将在五月底之前进行，这是她第一次给出日期。',
    '“我们将打开每一扇大门，”她说，“任何人都不会被禁止发言。”',
  ],
  ja: [
    '外務省の報道官は火曜日の定例会見で、北部の収容施設への訪問が五月末までに行われると述べた。',
    '「すべての門を開ける」と報道官は述べ、「だれも発言を禁じられることはない」と付け加えた。',
  ],
  ko: [
    '장관은 화요일 북부 수용소 방문이 5월 말 이전에 이루어질 것이라고 말했다고 통신이 전했다.',
    '“우리는 모든 문을 열 것이며 누구도 말하는 것을 막지 않을 것”이라고 그는 의회에서 말했다.',
  ],
  ru: [
    'Министр заявил во вторник, что визит в северные лагеря состоится до конца мая.',
    '«Мы откроем все ворота, — сказала она депутатам, — и никому не запретят говорить».',
  ],
  hi: [
    'मंत्री ने मंगलवार को कहा कि उत्तरी शिविरों का दौरा मई के अंत से पहले होगा।',
    '“हम हर दरवाज़ा खोलेंगे,” उन्होंने सदन में कहा, “और किसी को बोलने से नहीं रोका जाएगा।”',
  ],
}

type Parts = { readonly head?: string; readonly above?: string; readonly below?: string; readonly words?: string }

/** What is read from a page of the Harbour Post with `above` and `below` around its paragraphs, and whether these are its text. */
async function readFrom(language: string, { head = '', above = '', below = '', words = 'en' }: Parts) {
  const paragraphs = WORDS[words] ?? []
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${HEADLINE}</title>${head}</head>
<body><header><a href="/">Harbour Post</a></header><main><article><h1>${HEADLINE}</h1>${above}
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}${below}</article></main><footer>© Harbour Post</footer></body></html>`
  const outcome = await readArticle(Buffer.from(html), { contentType: 'text/html; charset=utf-8', url: null })
  if (!outcome.ok) return outcome.fault.sentence
  const { byline, published, text } = outcome.article
  return { byline, published, isTextAlone: text === paragraphs.join('\n\n') }
}

const DAY = '2022-03-08'

/** Lines between headline and text, one paragraph each; "|" parts them. */
const PRINTED: readonly [language: string, lines: string, byline: string | null, published: string | null][] = [
  ['de', 'Von Anna Müller | 8. März 2022, 10:21 Uhr', 'Anna Müller', DAY],
  ['de', 'Von Anna Müller, Berlin | Stand: 08.03.2022, 10:21 Uhr', 'Anna Müller', DAY],
  ['de', 'Von Anna Müller und Jens Groß', 'Anna Müller und Jens Groß', null],
  ['de', 'Ein Gastbeitrag von Anna Müller', 'Anna Müller', null],
  ['de', 'Interview: Anna Müller', 'Anna Müller', null],
  ['fr', 'Par Anne Durand avec AFP | Publié le 08/03/2022 à 10:21, mis à jour le 09/03/2022', 'Anne Durand', DAY],
  ['fr', 'Par Anne Durand, envoyée spéciale à Dakar', 'Anne Durand', null],
  ['fr', 'Propos recueillis par Anne Durand | Publié aujourd’hui à 10h21', 'Anne Durand', null],
  ['fr', 'Par Anne Durand (Dakar, correspondance)', 'Anne Durand', null],
  ['es', 'Por Ana Gómez | 8 de marzo de 2022', 'Ana Gómez', DAY],
  ['es', 'Por Redacción | 8 de marzo de 2022', null, DAY],
  ['pt', 'Por João Silva, G1 — Brasília | 18/03/2022 10h21 Atualizado 19/03/2022', 'João Silva', '2022-03-18'],
  ['it', 'di Anna Rossi | 8 marzo 2022', 'Anna Rossi', DAY],
  ['it', 'dal nostro inviato Anna Rossi', 'Anna Rossi', null],
  ['nl', 'Door onze redacteur Anna de Vries | 8 maart 2022', 'Anna de Vries', DAY],
  ['pl', 'Autor: Anna Nowak | 8 marca 2022', 'Anna Nowak', DAY],
  ['pl', 'Opracowanie: Anna Nowak', null, null],
  ['sv', 'Av Anna Lindqvist | 8 mars 2022', 'Anna Lindqvist', DAY],
  ['tr', 'Haber: Ayşe Yılmaz | 8 Mart 2022 Salı 10:21', 'Ayşe Yılmaz', DAY],
  ['ru', 'Автор: Анна Петрова | 8 марта 2022, 10:21', 'Анна Петрова', DAY],
  ['uk', 'Текст: Олена Коваль | 8 березня 2022', 'Олена Коваль', DAY],
  ['el', 'Της Άννας Παπαδοπούλου | 8 Μαρτίου 2022', 'Άννας Παπαδοπούλου', DAY],
  ['ar', 'كتبت: ليلى حداد | الثلاثاء 8 مارس 2022', 'ليلى حداد', DAY],
  ['ar', 'كتب - أحمد منصور | ٨ مارس ٢٠٢٢', 'أحمد منصور', DAY],
  ['fa', 'نویسنده: لیلا احمدی', 'لیلا احمدی', null],
  ['he', 'מאת: דנה לוי | 8 במרץ 2022', 'דנה לוי', DAY],
  ['hi', 'लेखक: अनीता शर्मा | 8 मार्च 2022', 'अनीता शर्मा', DAY],
  ['vi', 'Tác giả: Nguyễn Văn An | Thứ ba, 18/3/2022, 10:21 (GMT+7)', 'Nguyễn Văn An', '2022-03-18'],
  ['id', 'Oleh: Siti Rahma | Selasa, 8 Maret 2022 10:21 WIB', 'Siti Rahma', DAY],
  ['zh', '本报记者 李文 王小明 | 2022年03月08日', '李文 王小明', DAY],
  ['zh', '新华社记者李文 | 2022-03-08 10:21', '李文', DAY],
  ['zh', '海港日报记者 李文 北京报道', '李文', null],
  ['zh', '文｜李文', '李文', null],
  ['zh', '撰文：李文　编辑：王明', '李文', null],
  ['zh', '作者：约翰·史密斯', '约翰·史密斯', null],
  ['zh', '（中央社記者李文雄台北8日電）', '李文雄', null],
  ['ja', '山田太郎記者 | 2022年3月8日 10時21分', '山田太郎', DAY],
  ['ja', '文・山田太郎', '山田太郎', null],
  ['ko', '[서울=항구일보] 김민수 기자 | 입력 2022.03.08. 10:21', '김민수', DAY],
  ['ko', '김민수·이영희 기자', '김민수·이영희', null],
  ['ko', '워싱턴=김민수 특파원', '김민수', null],
  ['en', 'By ANA REYES, Staff Writer | March 8, 2022', 'ANA REYES', DAY],
  ['en', 'By Seán Ó Briain O’Hara Jr.', 'Seán Ó Briain O’Hara Jr.', null],
  ['en', 'By Ana Reyes with Reuters', 'Ana Reyes', null],
  ['en', '8 March | Published 8 March 2022', null, DAY],
]

test.each(PRINTED)('%s: %s', async (language, lines, byline, published) => {
  const above = lines.split(' | ').map((line) => `<p>${line}</p>`)
  const words = language in WORDS ? language : 'en'
  expect(await readFrom(language, { above: above.join(''), words })).toEqual({ byline, published, isTextAlone: true })
})

const linked = (article: object) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: HEADLINE, ...article })}</script>`

const BY = '<p>By Ana Reyes</p>'
const OTHER = { '@type': 'NewsArticle', headline: 'Another one entirely', author: { name: 'Tom Other' } }

const PAGES: readonly [what: string, parts: Parts, byline: string | null][] = [
  ['below the text', { below: BY }, 'Ana Reyes'],
  [
    'below the text, as agencies do',
    { below: '<p>(Reporting by Ana Reyes in Geneva; editing by Ben Osei)</p>' },
    'Ana Reyes',
  ],
  ['below the text, in Japanese', { words: 'ja', below: '<p>（山田太郎）</p>' }, '山田太郎'],
  ['below the text, in Chinese', { words: 'zh', below: '<p>（记者 李文）</p>' }, '李文'],
  [
    'the outlet in metadata, a person in print',
    { head: linked({ author: { name: 'Harbour Post' }, publisher: { name: 'Harbour Post' } }), above: BY },
    'Ana Reyes',
  ],
  [
    'the outlet alone',
    { head: linked({ author: { name: 'The Harbour Post' }, publisher: { name: 'Harbour Post' } }) },
    'The Harbour Post',
  ],
  ['an account', { head: '<meta name="author" content="admin">', above: BY }, 'Ana Reyes'],
  [
    'a profile',
    { head: '<meta property="article:author" content="https://social.example/ana">', above: BY },
    'Ana Reyes',
  ],
  ['two in one value', { head: '<meta name="author" content="Ana Reyes | Ben Osei">' }, 'Ana Reyes, Ben Osei'],
  ['an address behind the name', { head: '<meta name="author" content="Ana Reyes (ana@post.example)">' }, 'Ana Reyes'],
  ['names in one object', { head: linked({ author: { name: ['Ana Reyes', 'Ben Osei'] } }) }, 'Ana Reyes, Ben Osei'],
  ['given and family name', { head: linked({ author: { givenName: 'Ana', familyName: 'Reyes' } }) }, 'Ana Reyes'],
  ['a list object', { head: linked({ author: { '@list': [{ name: 'Ana Reyes' }] } }) }, 'Ana Reyes'],
  ['entities', { head: linked({ author: { name: 'Ana Reyes &amp; Ben Osei' } }) }, 'Ana Reyes & Ben Osei'],
  ['nobody in a list', { head: linked({ author: [null, {}, { '@type': 'Person' }] }), above: BY }, 'Ana Reyes'],
  [
    'the author of a clip',
    { head: linked({ author: { name: 'Ana Reyes' }, video: { author: { name: 'Cam Era' } } }) },
    'Ana Reyes',
  ],
  [
    'teasers before the article',
    {
      head: `<script type="application/ld+json">${JSON.stringify(OTHER)}</script>${linked({ author: { name: 'Ana Reyes' } })}`,
    },
    'Ana Reyes',
  ],
  ['the editorial office of a Japanese paper', { words: 'ja', above: '<p class="author">編集部</p>' }, null],
  [
    'the author of a comment',
    {
      above: BY,
      below:
        '<div itemprop="comment"><span itemprop="author">Tom Other</span><p>Nonsense, all of it, as everybody in the harbour knows by now.</p></div>',
    },
    'Ana Reyes',
  ],
  [
    'microdata, two',
    { above: '<span itemprop="author">Ana Reyes</span> <span itemprop="author">Ben Osei</span>' },
    'Ana Reyes, Ben Osei',
  ],
  [
    'the author of a teaser',
    {
      below:
        '<aside class="related"><a href="/1">Another story of the day</a><span class="author">Tom Other</span></aside>',
    },
    null,
  ],
  [
    'a teaser above the headline',
    {
      head: '</head><div class="item"><a href="/2">Another</a> <span class="byline">Tom Other</span></div>',
      above: '<span class="byline">Ana Reyes</span>',
    },
    'Ana Reyes',
  ],
  ['a photographer', { above: '<p>Photograph: Cam Era/Reuters</p>' }, null],
]

test.each(PAGES)('%s', async (_, parts, byline) => {
  expect(await readFrom('en', parts)).toMatchObject({ byline })
})
