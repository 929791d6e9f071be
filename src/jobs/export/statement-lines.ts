import { annotationOf } from '../../record/anchors/annotation.ts'
import { searchedText } from '../../record/anchors/searched-text.ts'
import type { ArticleRecord } from '../../record/records.ts'
import type { Store } from '../../record/store.ts'
import { readingFields } from '../../view/reading-json.ts'

/** An article as `read --format json` prints it, with the ids that it has in the record and each statement as a Web Annotation. */
function lineOf(article: ArticleRecord): string {
  const { id, textId, readingId, readAt, reader, names, sha256, statementRecords, captures, recordedAt } = article
  const [first] = captures
  const capture = { url: first?.url ?? null, sha256, at: first?.received?.at ?? first?.recordedAt ?? recordedAt }
  const searched = searchedText(article.text)
  return JSON.stringify({
    ...readingFields({ input: article.name, sha256, reader, article, names, statements: statementRecords }),
    ids: { article: id, text: textId, reading: readingId, captures: captures.map((each) => each.id) },
    annotations: statementRecords.map((statement) =>
      annotationOf({ id: `urn:onrecord:statement:${statement.id}`, statement, created: readAt }, { searched, capture }),
    ),
  })
}

/** Each article's text and statements. */
export async function* statementLines(store: Store, articles: readonly string[]): AsyncGenerator<string> {
  for (const id of articles) {
    const article = await store.article(id)
    if (article !== null) yield lineOf(article)
  }
}
