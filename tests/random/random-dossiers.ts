import fc from 'fast-check'
import {dossier, type Sources} from './random-dossier.ts'

/** The random dossier of a seed and a number from 0; the same each time. */
export function randomDossier(seed: number, number: number): Sources {
  return fc.sample(dossier, {seed: seed * 100_003 + number, numRuns: 1})[0] as Sources
}
