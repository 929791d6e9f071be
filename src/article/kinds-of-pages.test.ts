/**
 * Pages of the kinds that coverage comes in, in a small notation: a text that begins with `+` belongs to the article,
 * one that begins with `-` stands beside it, all others are of no account. The article's text has to be those with `+`,
 * in their order, and nothing else.
 */
import { expect, test } from 'vitest'
import { readArticle } from './read-article.ts'

const MARKED = /(>\s*)([+-])([^<]+)/g

/** The paragraphs of an `articleBody`, which have no marks. */
const BODY = /"articleBody":"([^"]*)"/

/** The page without the marks, and the texts that belong to the article. */
function unmarked(notation: string): { readonly html: string; readonly text: string } {
  const belonging = [...notation.matchAll(MARKED)]
    .filter(([, , mark]) => mark === '+')
    .map(([, , , words = '']) => words.trim())
  const body = BODY.exec(notation)?.[1]?.replaceAll('\\n', '\n')
  return { html: notation.replace(MARKED, '$1$3'), text: body ?? belonging.join('\n\n') }
}

const page = (language: string, head: string, body: string) =>
  `<!doctype html><html lang="${language}"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`

type Case = readonly [what: string, notation: string, fields: Readonly<Record<string, string | null>>]

const CASES: readonly Case[] = [
  [
    'a Chinese portal',
    page(
      'zh-CN',
      '<title>外交部：访问将在五月进行_国内新闻_海港网</title><meta name="author" content="责任编辑：王小明">',
      `<div class="nav"><a href="/">首页</a><a href="/gn">国内</a><a href="/gj">国际</a></div>
<div class="main"><h1>外交部：访问将在五月进行</h1><div class="info"><span>2022年03月08日 10:21</span> <span>来源：海港日报</span> <span>作者：李文</span></div>
<div class="content"><p>+　　海港日报北京3月8日电 外交部发言人星期二在例行记者会上表示，对北部营地的访问将在五月底之前进行。</p>
<p>+　　“我们将打开每一扇大门，”她说，“任何人都不会被禁止发言。”</p>
<p>+　　检查员自去年秋天以来已经三次致信，要求进行访问。</p>
<p>-责任编辑：王小明</p></div>
<div class="related"><h3>相关新闻</h3><ul><li><a href="/1">-南部的大门已经打开，居民表示欢迎</a></li></ul></div></div>
<div class="footer">-版权所有 海港网 未经授权不得转载。京ICP备12345678号</div>`,
    ),
    { headline: '外交部：访问将在五月进行', published: '2022-03-08', byline: '李文', language: 'zh-CN' },
  ],
  [
    'a Japanese newspaper',
    page(
      'ja',
      '<title>五月末までに訪問へ　外務省が発表 - 港湾新聞</title><meta property="og:site_name" content="港湾新聞">',
      `<header><a href="/">港湾新聞</a></header><article><h1>五月末までに訪問へ　外務省が発表</h1><p class="date">2022年3月8日 10時21分</p>
<p>+外務省の報道官は火曜日の定例会見で、北部の収容施設への訪問が五月末までに行われると述べた。</p>
<p>+「すべての門を開ける」と報道官は述べ、「だれも発言を禁じられることはない」と付け加えた。</p>
<p>+調査団は昨年の秋から三度にわたり書簡で訪問を求めていた。</p></article>
<section class="recommend"><h2>関連記事</h2><ul><li><a href="/1">-南部の門が開かれ、住民が歓迎</a></li></ul></section><footer>-無断転載を禁じます。</footer>`,
    ),
    { headline: '五月末までに訪問へ 外務省が発表', outlet: '港湾新聞', published: '2022-03-08', language: 'ja' },
  ],
  [
    'an Arabic site',
    page(
      'ar',
      '<title>الوزير: الزيارة قبل نهاية مايو | بريد الميناء</title><meta property="og:title" content="الوزير: الزيارة قبل نهاية مايو"><meta property="og:site_name" content="بريد الميناء">',
      `<div dir="rtl"><h1>الوزير: الزيارة قبل نهاية مايو</h1><div class="author">بقلم ليلى حداد</div><time>8 مارس 2022</time>
<div class="body"><p>+قال الوزير يوم الثلاثاء إن زيارة المخيمات الشمالية ستتم قبل نهاية شهر مايو، وفق ما نقلته الوكالة.</p>
<p>+وأضاف أمام النواب: «سنفتح كل باب، ولن يمنع أحد من الكلام».</p>
<p>+وكان المفتشون قد طلبوا الزيارة في ثلاث رسائل منذ خريف العام الماضي.</p>
<p>-اقرأ أيضاً: <a href="/1">فتح بوابة في جنوب البلاد</a></p></div></div>
<div class="comments"><h3>التعليقات</h3><p>-هذا خبر جيد جدا ونتمنى أن تتم الزيارة في موعدها وأن يسمح للجميع بالكلام.</p></div>`,
    ),
    { headline: 'الوزير: الزيارة قبل نهاية مايو', byline: 'ليلى حداد', published: '2022-03-08', language: 'ar' },
  ],
  [
    'a Russian site',
    page(
      'ru',
      '<title>Визит состоится до конца мая — Вестник гавани</title><meta property="og:title" content="Визит состоится до конца мая">',
      `<div class="wrap"><div class="left-menu"><a href="/">Главная</a><a href="/p">Политика</a></div><div class="news"><h1>Визит состоится до конца мая</h1>
<div class="news-date">8 марта 2022, 10:21</div><div class="news-author">Автор: Анна Петрова</div>
<div class="news-text"><p>+Министр заявил во вторник, что визит в северные лагеря состоится до конца мая.</p>
<p>+«Мы откроем все ворота, — сказала она депутатам, — и никому не запретят говорить».</p>
<p>+Инспекторы просили о визите в трёх письмах с осени прошлого года.</p></div>
<p>-Подписывайтесь на наш канал в Telegram, чтобы первыми узнавать о главных событиях.</p></div></div>`,
    ),
    { headline: 'Визит состоится до конца мая', byline: 'Анна Петрова', published: '2022-03-08', language: 'ru' },
  ],
  [
    'a Hindi site',
    page(
      'hi',
      '<title>मई के अंत से पहले होगा दौरा | बंदरगाह समाचार</title>',
      `<main><h1>मई के अंत से पहले होगा दौरा</h1><p class="meta">प्रकाशित: 8 मार्च 2022</p>
<p>+मंत्री ने मंगलवार को कहा कि उत्तरी शिविरों का दौरा मई के अंत से पहले होगा।</p>
<p>+“हम हर दरवाज़ा खोलेंगे,” उन्होंने सदन में कहा, “और किसी को बोलने से नहीं रोका जाएगा।”</p>
<p>+निरीक्षकों ने पिछले साल की शरद ऋतु से तीन पत्रों में दौरे की माँग की थी।</p></main>`,
    ),
    { published: '2022-03-08', language: 'hi' },
  ],
  [
    'a Thai site',
    page(
      'th',
      '<title>การเยือนจะเกิดขึ้นก่อนสิ้นเดือนพฤษภาคม</title>',
      `<article><h1>การเยือนจะเกิดขึ้นก่อนสิ้นเดือนพฤษภาคม</h1><div class="date">8 มีนาคม 2565</div>
<p>+รัฐมนตรีกล่าวเมื่อวันอังคารว่าการเยือนค่ายทางตอนเหนือจะเกิดขึ้นก่อนสิ้นเดือนพฤษภาคม</p>
<p>+“เราจะเปิดประตูทุกบาน” เธอกล่าวต่อสภา “และจะไม่มีใครถูกห้ามพูด”</p>
<p>+ผู้ตรวจสอบได้ขอเข้าเยี่ยมชมในจดหมายสามฉบับตั้งแต่ฤดูใบไม้ร่วงปีที่แล้ว</p></article>`,
    ),
    { published: '2022-03-08', language: 'th' },
  ],
  [
    'a live blog',
    page(
      'en',
      '<title>Visit to the camps: live updates | Harbour Post</title>',
      `<main><h1>Visit to the camps: live updates</h1>
<article class="post"><time datetime="2022-03-08T12:40">+12:40</time><h2>+Inspectors reach the north</h2><p>+The inspectors of the Harbour Commission have arrived at the northern camp, a spokesman told reporters at the gate.</p></article>
<article class="post"><time datetime="2022-03-08T11:15">+11:15</time><h2>+Minister speaks</h2><p>+“We will open every gate,” Ms Lee told the assembly, “and nobody will be kept from speaking,” as she had promised in the autumn.</p></article>
<article class="post"><time datetime="2022-03-08T10:05">+10:05</time><h2>+What to expect</h2><p>+The visit begins at noon. Three letters had asked for it since the autumn of 2021, and none of them was answered in writing.</p></article>
</main>`,
    ),
    { headline: 'Visit to the camps: live updates' },
  ],
  [
    'a teaser before a paywall',
    page(
      'en',
      '<title>Visit before May | Harbour Post</title><meta property="og:title" content="Visit before May">',
      `<article><h1>Visit before May</h1><p>+The minister said on Tuesday that the visit to the northern camps would take place before the end of May.</p>
<div class="paywall"><h3>-Subscribe to continue reading</h3><p>-Read the whole article and everything else on our site from one euro a week, cancel any time.</p><p>-Already a subscriber? Log in</p></div></article>`,
    ),
    { headline: 'Visit before May' },
  ],
  [
    'comments longer than the article',
    page(
      'en',
      '<title>Visit before May | Harbour Post</title>',
      `<div id="content"><h1>Visit before May</h1><div class="entry-content"><p>+The minister said on Tuesday that the visit to the northern camps would take place before the end of May.</p>
<p>+The inspectors had asked for it in three letters, and none of them was answered in writing.</p></div>
<ol class="commentlist">${[
        'I have always said that these gates should be opened, and so has everybody I know in the harbour and beyond it.',
        'You have said no such thing, and in the autumn you wrote here that the letters were a waste of paper and of time.',
        'Both of you should read the three letters before you write another word about them, as they are on the website.',
        'There were four letters, in fact, and the fourth one was never published by the commission, for whatever reason.',
        'Whoever believes that a gate stays open after the visitors have left has never been to the north of this country.',
      ]
        .map((words) => `<li class="comment"><p>-${words}</p></li>`)
        .join('')}</ol></div>`,
    ),
    {},
  ],
  [
    'an AMP page',
    page(
      'en',
      '<title>Visit before May</title><script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle","headline":"Visit before May","datePublished":"2022-03-08T10:00:00Z","author":{"@type":"Person","name":"Ana Reyes"},"publisher":{"@type":"Organization","name":"Harbour Post"}}</script>',
      `<amp-sidebar id="menu"><ul><li><a href="/">-Home</a></li></ul></amp-sidebar><div class="amp-article"><h1>Visit before May</h1>
<p>+The minister said on Tuesday that the visit to the northern camps would take place before the end of May.</p><amp-ad width="300" height="250"></amp-ad>
<p>+“We will open every gate,” Ms Lee told the assembly, “and nobody will be kept from speaking.”</p>
<p>+The inspectors had asked for the visit in three letters since the autumn of 2021.</p></div><amp-consent><p>-We use cookies to give you the best experience on our website.</p></amp-consent>`,
    ),
    { byline: 'Ana Reyes', outlet: 'Harbour Post', published: '2022-03-08' },
  ],
  [
    'a table layout of the nineties',
    `<HTML><HEAD><TITLE>Harbour Post - Visit before May</TITLE></HEAD><BODY><TABLE><TR><TD WIDTH=150><FONT SIZE=2><A HREF=/>Home</A><BR><A HREF=/w>World</A><BR><A HREF=/s>Sports</A></FONT></TD>
<TD><FONT SIZE=5><B>Visit before May</B></FONT><P>+The minister said on Tuesday that the visit to the northern camps would take place before the end of May.
<P>+“We will open every gate,” Ms Lee told the assembly, “and nobody will be kept from speaking.”
<P>+The inspectors had asked for the visit in three letters since the autumn of 2021.</TD></TR></TABLE><CENTER><FONT SIZE=1>-Copyright 1998 Harbour Post. All rights reserved.</FONT></CENTER></BODY></HTML>`,
    { headline: 'Visit before May' },
  ],
  [
    'an interview',
    page(
      'en',
      '<title>“No gate stays shut” | Harbour Post</title>',
      `<article><h1>“No gate stays shut”</h1><p>+Ms Lee has been a minister for two years. We met her in the harbour, before her first visit to the north.</p>
<p><strong>+Will the visit take place?</strong></p><p>+Yes.</p><p><strong>+When?</strong></p><p>+Before the end of May. I have said so in the assembly, and I say so here.</p>
<p><strong>+And the letters?</strong></p><p>+I have read all three.</p></article>`,
    ),
    {},
  ],
  [
    'a press release',
    page(
      'en',
      '<title>Harbour Commission welcomes visit - Press release</title>',
      `<article><h1>Harbour Commission welcomes visit</h1><p>+PORT ELIM, 8 March 2022 – The Harbour Commission today welcomed the announcement that the visit to the northern camps will take place.</p>
<p>+“Three letters have been heard at last,” said Ben Osei, the chair of the commission, in Port Elim on Tuesday.</p>
<p>+The commission will publish its report within thirty days of the visit, in all the languages of the region.</p>
<p><strong>-About the Harbour Commission</strong></p><p>-The Harbour Commission is an independent body of nine members, founded in 1987, that inspects places of detention.</p>
<p><strong>-Media contact</strong></p><p>-Ida Roe, press office, +00 123 456, press@harbour-commission.example</p><p>-###</p></article>`,
    ),
    {},
  ],
  [
    'a debate in a parliament',
    page(
      'en',
      '<title>Assembly debates: 8 March 2022</title>',
      `<div id="debate"><h1>+Northern camps (visit)</h1><p><b>+The Speaker:</b></p><p>+Order. I call the minister.</p><p><b>+Ms Lee:</b></p><p>+I am grateful. The visit will take place before the end of May, and every gate will be open to it.</p>
<p><b>+Mr Osei (North Road):</b></p><p>+Will the minister say whether the inspectors may speak to people alone, as the three letters asked?</p><p><b>+Ms Lee:</b></p><p>+They may.</p></div>`,
    ),
    {},
  ],
  [
    'an article that only JSON-LD holds',
    page(
      'en',
      `<title>Visit before May</title><script type="application/ld+json">${JSON.stringify({
        '@type': 'NewsArticle',
        headline: 'Visit before May',
        articleBody:
          '“We will open every gate,” Ms Lee told the assembly, “and nobody will be kept from speaking.”\n\nNone of the three letters was answered.',
      })}</script>`,
      '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript>',
    ),
    { headline: 'Visit before May' },
  ],
  [
    'a text that is only in <noscript>',
    page(
      'en',
      '<title>Visit before May</title>',
      `<h1>Visit before May</h1><div class="lazy"></div><noscript><article><p>+The minister said on Tuesday that the visit to the northern camps would take place before the end of May.</p>
<p>+“We will open every gate,” Ms Lee told the assembly, “and nobody will be kept from speaking.”</p><p>+The inspectors had asked for the visit in three letters since the autumn of 2021.</p></article></noscript>`,
    ),
    {},
  ],
  [
    'a text that is only in <template>',
    page(
      'en',
      '<title>Visit before May</title>',
      `<story-body><template shadowrootmode="open"><p>+The minister said on Tuesday that the visit to the northern camps would take place before the end of May.</p>
<p>+“We will open every gate,” Ms Lee told the assembly, “and nobody will be kept from speaking.”</p><p>+The inspectors had asked for the visit in three letters since the autumn of 2021.</p></template></story-body>`,
    ),
    {},
  ],
  [
    'a river of related articles below a short one',
    page(
      'en',
      '<title>Visit before May | Harbour Post</title>',
      `<main><article class="story"><h1>Visit before May</h1><p>+The minister said on Tuesday that the visit to the northern camps would take place before the end of May.</p><p>+“We will open every gate,” Ms Lee told the assembly, “and nobody will be kept from speaking.”</p></article>
<section>${[
        'The southern gate was opened on Monday in the presence of the governor, who promised that it would stay so.',
        'Three letters were sent since the autumn, and none of them was answered in writing, the commission complained.',
        'The harbour will be closed for the winter from the first of November, the port authority said on Wednesday.',
        'Two bridges in the north are to be rebuilt next year, as the assembly decided after a debate of nine hours.',
      ]
        .map(
          (words, at) => `<article><h3><a href="/${at}">-Another story of the day</a></h3><p>-${words}</p></article>`,
        )
        .join('')}</section></main>`,
    ),
    {},
  ],
  [
    'a list article',
    page(
      'en',
      '<title>Five gates of the north | Harbour Post</title>',
      `<article><h1>Five gates of the north</h1><p>+The inspectors want to see five gates. We say what is known of each of them, from west to east.</p><ol>
<li><h3>+North Road</h3><p>+It was built in 1987 and has been shut since the autumn, as people who live beside it say.</p></li>
<li><h3>+Harbour Gate</h3><p>+The oldest of them. The minister has promised that it will be the first to be opened.</p></li>
<li><h3>+Salt Lane</h3><p>+Nobody has been seen to pass it, and no map of the region shows where it leads to.</p></li></ol></article>`,
    ),
    {},
  ],
  [
    'a WordPress page with its widgets',
    page(
      'en',
      '<title>Visit before May &#8211; North Road Union</title><meta property="og:site_name" content="North Road Union">',
      `<div id="page"><header><h1 class="site-title"><a href="https://nru.example/">North Road Union</a></h1></header><div id="primary"><article class="post hentry"><h1 class="entry-title">Visit before May</h1>
<div class="entry-meta">Posted on <time class="entry-date" datetime="2022-03-08T10:00:00+00:00">March 8, 2022</time> by <a rel="author" href="/author/ana">Ana Reyes</a></div>
<div class="entry-content"><p>+The minister said on Tuesday that the visit to the northern camps would take place before the end of May.</p><p>+“We will open every gate,” Ms Lee told the assembly, “and nobody will be kept from speaking.”</p>
<div class="sharedaddy"><h3>-Share this:</h3><ul><li>-Twitter</li></ul></div><div id="jp-relatedposts"><h3>-Related</h3><p>-Southern gate opened in the presence of the governor, who promised that it would stay so.</p></div></div></article>
<div id="comments"><h2>-3 thoughts on “Visit before May”</h2><p>-I have always said that these gates should be opened, and so has everybody I know.</p></div></div>
<aside id="secondary" class="widget-area"><h2>-Recent Posts</h2><p>-We are a union of four hundred people along the North Road, and we meet on the first Monday of each month.</p></aside></div>`,
    ),
    { headline: 'Visit before May', byline: 'Ana Reyes', published: '2022-03-08', outlet: 'North Road Union' },
  ],
  [
    'a notice of one paragraph and two short ones',
    page(
      'en',
      '<title>The dam holds, warden says</title>',
      `<main><h1>The dam holds, warden says</h1><div class="text"><p>+It holds.</p><p>+The upper dam of the Tarn held on Monday, its warden told reporters at the gate, after a night of rain that closed the road.</p><p>+“It holds,” she said.</p></div>
<p>-Have a tip?</p></main>`,
    ),
    {},
  ],
  [
    'a Hebrew notice of one paragraph and a short one, in boxes',
    page(
      'he',
      '<title>הביקור ייערך לפני סוף מאי</title>',
      `<main><h1>הביקור ייערך לפני סוף מאי</h1><div class="text"><div>+השר אמר ביום שלישי כי הביקור במחנות הצפוניים ייערך לפני סוף חודש מאי, כך דיווחה הסוכנות.</div><div>+"נפתח כל שער", אמרה לאספה.</div></div></main>`,
    ),
    { language: 'he' },
  ],
]

test.each(CASES)('%s', async (_, notation, fields) => {
  const { html, text } = unmarked(notation)
  const outcome = await readArticle(new TextEncoder().encode(html), { contentType: null, url: null })
  const read = outcome.ok ? outcome.article : { text: outcome.fault.sentence }
  expect({ ...read, text: read.text.split('\n\n') }).toMatchObject({ ...fields, text: text.split('\n\n') })
})

const SUMMARIES = [
  'The southern gate was opened on Monday in the presence of the governor, who promised that it would stay so.',
  'Three letters were sent since the autumn, and none of them was answered in writing, the commission complained.',
  'The harbour will be closed for the winter from the first of November, the port authority said on Wednesday.',
  'Two bridges in the north are to be rebuilt next year, as the assembly decided after a debate of nine hours.',
  'A ferry will go to the islands twice a day again, “as it always did,” the mayor of the town said on Thursday.',
]
const HEADLINES = [
  'Southern gate open',
  'Letters not answered',
  'Harbour to close for winter',
  'Bridges to be rebuilt',
  'Ferry to islands again',
]

/** A page with five teasers, each made from its number, headline and summary. */
function index(title: string, teaser: (at: number, headline: string, summary: string) => string): string {
  const teasers = SUMMARIES.map((summary, at) => teaser(at, HEADLINES[at] ?? '', summary))
  return page('en', `<title>${title}</title>`, `<header><a href="/">Home</a></header><main>${teasers.join('')}</main>`)
}

test.each([
  [
    'a front page of articles',
    index(
      'Harbour Post',
      (at, headline, summary) => `<article><h2><a href="/${at}">${headline} again</a></h2><p>${summary}</p></article>`,
    ),
  ],
  [
    'a section without articles',
    index(
      'World | Harbour Post',
      (at, headline, summary) =>
        `<div class="item"><h3><a href="/w/${at}">${headline} again</a></h3><p>${summary}</p></div>`,
    ),
  ],
  [
    'a page of results, linked in bold',
    index(
      'Search: gates',
      (at, headline, summary) => `<div><b><a href="/s?id=${at}">${headline} again</a></b><p>${summary}</p></div>`,
    ),
  ],
  [
    'a front page of boxes that are links as a whole',
    index(
      'Harbour Post',
      (at, headline, summary) => `<a href="/${at}"><h3>${headline} again</h3></a><p>${summary}</p>`,
    ),
  ],
])('%s is no article', async (_, html) => {
  const outcome = await readArticle(new TextEncoder().encode(html), { contentType: null, url: null })
  expect(outcome).toMatchObject({ ok: false, fault: { code: 'no-article' } })
})

test.each([
  [5, true],
  [10, false],
])('a page that says it is an article is one with %i headlines that lead away: %s', async (count, ok) => {
  const html = index('Harbour Post', (at, headline, summary) =>
    [at, at + 5]
      .filter((number) => number < count)
      .map((number) => `<h2><a href="/${number}">${headline} again</a></h2><p>${summary}</p>`)
      .join(''),
  ).replace('</title>', '</title><meta property="og:type" content="article">')
  const outcome = await readArticle(new TextEncoder().encode(html), { contentType: null, url: null })
  expect(outcome).toMatchObject({ ok })
})

test('a list of things that lead to shops is an article', async () => {
  const html = index(
    'Five boats',
    (at, headline, summary) => `<h2><a href="https://shop${at}.example/">${headline} (boat)</a></h2><p>${summary}</p>`,
  )
  const outcome = await readArticle(new TextEncoder().encode(html), { contentType: null, url: null })
  expect(outcome).toMatchObject({ ok: true })
})
