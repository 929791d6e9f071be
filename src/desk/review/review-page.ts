import { html } from 'hono/html'
import type { StatementRecord } from '../../record/records.ts'
import type { ReviewArticle, ReviewedStatement } from '../../record/review/reviews.ts'
import { wordsOf } from '../../text/span.ts'
import { mainName } from '../../view/actor-names.ts'
import { TOKEN_FIELD } from '../../view/add-box.ts'
import { languageAttributes, shownHeadline } from '../../view/article-line.ts'
import { momentInWords } from '../../view/dates.ts'
import type { Html } from '../../view/html.ts'
import { scriptOf } from '../../view/language.ts'
import type { PageBody } from '../../view/layout.ts'
import { marksOf, reachOf } from '../../view/mark-tree.ts'
import { markedParagraphs } from '../../view/marked-text.ts'
import type { Messages } from '../../view/messages/messages.ts'
import { textPages } from '../../view/text-pages.ts'
import type { Field } from './review-form.ts'

/** What the page shows: one statement in focus, and what was typed where that could not be taken. */
export type ShownReview = {
  readonly review: ReviewArticle
  readonly focus: ReviewedStatement | null
  readonly token: string
  readonly sentence: string | null
  readonly typed: Field | null
  readonly messages: Messages
}

const addressOf = ({ review }: ShownReview, { standing }: ReviewedStatement) =>
  `/desk/review/${review.article.id}?statement=${standing.id}`

/** A form about the statement in focus, which names the decision that was seen. */
function form({ review, focus, token }: ShownReview, inner: Html): Html {
  return html`<form class="review" action="/desk/review/${review.article.id}" method="post" enctype="multipart/form-data"><input type="hidden" name="${TOKEN_FIELD}" value="${token}"><input type="hidden" name="text" value="${review.article.textId}"><input type="hidden" name="statement" value="${focus?.standing.id ?? ''}"><input type="hidden" name="seen" value="${focus?.decisions.at(-1)?.id ?? ''}">${inner}</form>
`
}

function button(deed: string, words: string, key: string | null = null): Html {
  return html`<button name="deed" value="${deed}"${key !== null && html` aria-keyshortcuts="${key}"`}>${words}</button> `
}

function speakerOf({ names }: ReviewArticle, { speakerId, speaker }: StatementRecord): string | null {
  return mainName(names.get(speakerId ?? '') ?? [])?.name ?? speaker?.name ?? null
}

/** A statement as one side has it, in words. */
function sideHtml({ review, messages }: ShownReview, statement: StatementRecord): Html {
  const says = messages.statement
  const words = (part: 'source' | 'cue' | 'content') =>
    statement[part].map((span) => wordsOf(review.article.text, span)).join(' … ')
  const rows: readonly (readonly [string, string | null])[] = [
    [says.speaker, speakerOf(review, statement)],
    [says.source, words('source')],
    [says.cue, words('cue')],
    [says.content, words('content')],
    [says.kind, says.kinds[statement.kind]],
    [says.act, statement.act && says.acts[statement.act]],
    [says.saidOn, statement.saidOn],
    [says.addressee, statement.addressee?.name ?? null],
  ]
  return html`<dl class="facts">${rows.map(
    ([term, value]) => html`<div><dt>${term}</dt> <dd><bdi>${value || messages.notKnown}</bdi></dd></div>`,
  )}</dl>`
}

function option(value: string, words: string, chosen: string): Html {
  return html`<option value="${value}"${value === chosen && html` selected`}>${words}</option>`
}

/** The form of what a person says: filled with what was typed, else with what persons said. */
function valuesForm(shown: ShownReview, { state: { values }, standing }: ReviewedStatement): Html {
  const { typed, messages, review } = shown
  const [says, of] = [messages.review, messages.statement]
  const act = typed?.('act') ?? (values.act === null ? '' : (values.act.is ?? 'none'))
  const kind = typed?.('kind') ?? values.kind ?? ''
  const speaker = typed?.('speaker') ?? (values.speaker?.is ? (speakerOf(review, standing) ?? '') : '')
  const isNobody = typed === null ? values.speaker?.is === null : typed('nobody') === 'yes'
  const names = [...new Set([...review.names.values()].flatMap((all) => mainName(all)?.name ?? []))]
  const field = (name: string, label: string, value: string, hint: string, more: Html | '' = '') =>
    html`<div class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" value="${value}" maxlength="300" aria-describedby="${name}-hint"${more}><p class="hint" id="${name}-hint">${hint}</p></div>
`
  return form(
    shown,
    html`${field('speaker', of.speaker, speaker, says.speakerHint, html` list="speakers"`)}<datalist id="speakers">${names.map((name) => html`<option value="${name}"></option>`)}</datalist>
<p><label><input type="checkbox" name="nobody" value="yes"${isNobody && html` checked`}> ${says.isNobody}</label></p>
<div class="field"><label for="act">${of.act}</label><select id="act" name="act">${option('', says.asRead, act)}${option('none', says.noAct, act)}${Object.entries(of.acts).map(([value, words]) => option(value, words, act))}</select></div>
<div class="field"><label for="kind">${of.kind}</label><select id="kind" name="kind">${option('', says.asRead, kind)}${Object.entries(of.kinds).map(([value, words]) => option(value, words, kind))}</select></div>
${field('saidOn', of.saidOn, typed?.('saidOn') ?? values.saidOn?.is?.edtf ?? '', says.saidOnHint)}${field('addressee', of.addressee, typed?.('addressee') ?? values.addressee?.is ?? '', says.addresseeHint)}<p>${button('save', says.save)}</p>`,
  )
}

function wordsForm(shown: ShownReview): Html {
  const { review: says, statement } = shown.messages
  const keys: Readonly<Record<string, string>> = {
    'content end more': ']',
    'content end less': '[',
    'content start more': '}',
    'content start less': '{',
  }
  const moves = (['content', 'source', 'cue'] as const).flatMap((part) =>
    (['start', 'end'] as const).flatMap((edge) =>
      ([1, -1] as const).map((by) => {
        const deed = `${part} ${edge} ${by === 1 ? 'more' : 'less'}`
        return button(deed, says.moves(statement[part], edge, by), keys[deed] ?? null)
      }),
    ),
  )
  return form(shown, html`<p>${moves}</p>`)
}

function translationForm(shown: ShownReview, { state }: ReviewedStatement): Html {
  const { messages, typed } = shown
  const says = messages.review
  const made = state.values.translations.map(
    ({ language, content, by, at }) =>
      html`<blockquote lang="${language}">${content}</blockquote><p>${language}, ${says.translated(messages.publicStatement.by[by.role], momentInWords(at, messages))}</p>`,
  )
  return html`${made}${form(
    shown,
    html`<div class="field"><label for="language">${says.language}</label><input id="language" name="language" value="${typed?.('language') ?? ''}" maxlength="40"></div>
<div class="field"><label for="translation">${says.translation}</label><textarea id="translation" name="translation" rows="3" maxlength="4000">${typed?.('translation') ?? ''}</textarea></div><p>${button('translate', says.save)}</p>`,
  )}`
}

function addForm(shown: ShownReview): Html {
  const { messages, typed } = shown
  const fields = (['content', 'source', 'cue'] as const).map(
    (part) =>
      html`<div class="field"><label for="add-${part}">${messages.statement[part]}</label><textarea id="add-${part}" name="${part}" rows="2" maxlength="4000">${typed?.(part) ?? ''}</textarea></div>`,
  )
  return html`<details id="add"${shown.typed?.('deed') === 'add' && html` open`}><summary>${messages.review.addTitle}</summary><p>${messages.review.addHint}</p>${form({ ...shown, focus: null }, html`${fields}<p>${button('add', messages.review.add)}</p>`)}</details>`
}

/** The statement in focus: what can be done about it, the text with it in place, and what stands beside what the machine read. */
function focusHtml(shown: ShownReview, focus: ReviewedStatement): Html {
  const { review, messages } = shown
  const says = messages.review
  const at = review.statements.indexOf(focus)
  const [previous, next] = [review.statements[at - 1], review.statements[at + 1]]
  return html`<section class="captures" aria-labelledby="focus"><h2 id="focus" tabindex="-1">${messages.statement.numbered(at + 1)}</h2>
<p><strong>${says.verdicts[focus.state.verdict]}.</strong> ${focus.disagreements.length > 0 && says.disagrees(focus.disagreements)}</p>
<p>${previous && html`<a href="${addressOf(shown, previous)}" aria-keyshortcuts="k">${says.previous}</a> `}${next && html`<a href="${addressOf(shown, next)}" aria-keyshortcuts="j">${says.next}</a>`}</p>
${form(shown, html`<p>${button('accept', says.accept, 'a')}${button('reject', says.reject, 'r')}${focus.decisions.length > 0 && button('undo', says.undo, 'u')}${next && html`<input type="hidden" name="other" value="${next.standing.id}"><input type="hidden" name="otherSeen" value="${next.decisions.at(-1)?.id ?? ''}">${button('join', says.join)}`}</p>`)}
${textHtml(shown)}
<h3>${says.person}</h3>${sideHtml(shown, focus.standing)}
<h3>${says.machine}</h3>${focus.machine === null ? html`<p>${says.added}</p>` : sideHtml(shown, focus.machine)}
<h3>${says.values}</h3>${valuesForm(shown, focus)}
<h3>${says.words}</h3>${wordsForm(shown)}
<h3>${says.translation}</h3>${translationForm(shown, focus)}</section>
`
}

/** The paragraphs around the statement in focus, with all statements in place. */
function textHtml(shown: ShownReview): Html {
  const { review, focus, messages } = shown
  const { text, language, names, timeCodes } = review.article
  const statements = review.statements.map(({ standing }) => standing)
  const pages = textPages(
    text,
    statements.map((one) => reachOf(one)[0]),
  )
  const index = focus === null ? -1 : review.statements.indexOf(focus)
  const page = pages.find((rows) => rows.some((row) => row.statements.includes(index))) ?? pages[0] ?? []
  const paragraphs = page.map(({ span }) => span)
  const marked = {
    text,
    script: language && scriptOf(language),
    names,
    statements,
    timeCodes,
    marks: marksOf(text, statements, [paragraphs[0]?.[0] ?? 0, paragraphs.at(-1)?.[1] ?? 0]),
    lineHref: (place: number) => `?statement=${statements[place]?.id ?? ''}`,
    messages,
  }
  return html`<article class="text" aria-label="${messages.article.text}"${languageAttributes(language)}>
${markedParagraphs(marked, paragraphs).map((words) => html`<p>${words}</p>`)}</article>`
}

/** An article before those who review, one statement in focus. */
export function reviewPage(shown: ShownReview): PageBody {
  const { review, focus, sentence, messages } = shown
  const says = messages.review
  const headline = shownHeadline(review.article) ?? messages.untitled(review.article.name)
  return {
    title: `${says.title}: ${headline}`,
    section: 'review',
    script: 'review.js',
    main: html`<h1${languageAttributes(review.article.language)}>${headline}</h1>
<p><a href="/desk/review" aria-keyshortcuts="q">${says.title}</a></p>
${sentence !== null && html`<p class="failed" role="alert">${sentence}</p>`}
<details id="keys"><summary>${says.keys}</summary><dl class="facts">${says.keyList.map(([key, does]) => html`<div><dt><kbd>${key}</kbd></dt> <dd>${does}</dd></div>`)}</dl></details>
${focus === null ? html`<p>${says.none}</p>${textHtml(shown)}` : focusHtml(shown, focus)}
${addForm(shown)}`,
  }
}
