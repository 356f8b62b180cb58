/**
 * What an editor's note is: `comment`, on what is said; `definition`, of a term; `person`, who somebody is; `correction`,
 * of what the source has so (sic); `omission`, what is missing in it; `translation`; `cross-reference`, to another place.
 */
export const annotationKinds = ['comment', 'definition', 'person', 'correction', 'omission', 'translation', 'cross-reference'] as const

/** One of {@link annotationKinds}. */
export type AnnotationKind = (typeof annotationKinds)[number]
