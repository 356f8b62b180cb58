import type {Exhibit} from '../model/dossier.ts'
import {report} from '../report/report.ts'
import type {Texts} from './texts.ts'

/** Reports `resolve-exhibit-is-cited` for each exhibit that no article cites, where there is an article. */
export function reportUncited(exhibits: readonly Exhibit[], texts: Texts): void {
  if (texts.articles.length === 0) return
  for (const exhibit of exhibits.filter((one) => one.citedBy.length === 0)) {
    const file = texts.passages.find((passage) => passage.within === exhibit.id)?.file
    if (!file) continue
    report(file, 'resolve-exhibit-is-cited', `Unexpected exhibit ${exhibit.number} that nothing cites, expected a citation in an article`, {
      place: exhibit.source,
      hint: `Cite it as [Exhibit ${exhibit.number}], or silence this rule with a reason.`,
    })
  }
}
