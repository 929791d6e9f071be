import type { DossierHead } from '../../record/dossier/dossier.ts'
import { quotedIn } from '../../record/dossier/with-quoted.ts'
import type {
  DossierView,
  OutletView,
  PublicStatement,
  SpeakerView,
  StatementView,
} from '../../record/public-record.ts'
import { mainName } from '../actor-names.ts'
import { actorNode } from './actor-node.ts'
import type { Addresses } from './addresses.ts'
import { articleNode, outletNode } from './article-node.ts'
import { statementNode } from './statement-node.ts'

/** What a page says, for programs: plain data. */
export type Graph = { readonly '@context': 'https://schema.org'; readonly '@graph': readonly object[] }

function graphOf(...nodes: readonly object[]): Graph {
  return { '@context': 'https://schema.org', '@graph': nodes }
}

function dossierReference({ id, title }: DossierHead, addresses: Addresses): object {
  const path = `/dossiers/${id}`
  return { '@id': addresses.thing(path), '@type': 'DigitalDocument', name: title, url: addresses.page(path) }
}

/** A statement's page: the statement, with the dossiers that rest on it. */
export function statementGraph(view: StatementView, addresses: Addresses): Graph {
  const dossiers = view.dossiers.map((dossier) => dossierReference(dossier, addresses))
  return graphOf({ ...statementNode(view, addresses), ...(dossiers.length > 0 && { subjectOf: dossiers }) })
}

/** A speaker's page: who it is, and the statements that the page shows. */
export function speakerGraph({ actor, statements }: SpeakerView, addresses: Addresses): Graph {
  const url = addresses.page(`/speakers/${actor.id}`)
  return graphOf({
    '@id': url,
    '@type': 'ProfilePage',
    url,
    name: mainName(actor.names)?.name ?? '',
    mainEntity: actorNode(actor, addresses),
    hasPart: statements.items.map((shown) => statementNode(shown, addresses)),
  })
}

/** A page that lists statements. */
export function statementsGraph(
  statements: readonly PublicStatement[],
  { path, name, addresses }: { readonly path: string; readonly name: string; readonly addresses: Addresses },
): Graph {
  const url = addresses.page(path)
  const hasPart = statements.map((shown) => statementNode(shown, addresses))
  return graphOf({ '@id': url, '@type': 'CollectionPage', url, name, hasPart })
}

/** An outlet's page: what it is, its articles, and the statements that the page shows. */
export function outletGraph(
  { outlet, articles, statements }: OutletView,
  { path, addresses }: { readonly path: string; readonly addresses: Addresses },
): Graph {
  const url = addresses.page(path)
  const printed = articles.map((article) => articleNode(article, addresses))
  const said = statements.items.map((shown) => statementNode(shown, addresses))
  const mainEntity = outletNode(outlet, addresses)
  return graphOf({
    '@id': url,
    '@type': 'CollectionPage',
    url,
    name: outlet,
    mainEntity,
    hasPart: [...printed, ...said],
  })
}

/** A dossier's page: a document that cites the statements it rests on. */
export function dossierGraph({ dossier, publishedAt, changedAt }: DossierView, addresses: Addresses): Graph {
  const statements = new Set(quotedIn(dossier).flatMap(({ statementId }) => statementId ?? []))
  return graphOf({
    ...dossierReference(dossier, addresses),
    ...(dossier.summary !== null && { description: dossier.summary }),
    ...(publishedAt !== null && { datePublished: publishedAt }),
    dateModified: changedAt,
    citation: [...statements].map((id) => ({ '@id': addresses.thing(`/statements/${id}`) })),
  })
}
