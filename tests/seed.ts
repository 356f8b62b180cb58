import fc from 'fast-check'

/**
 * Properties are tried on the same random inputs every time, so that a red run means a change, not the day's luck.
 * `FC_SEED=12 npx vitest run` tries others.
 */
fc.configureGlobal({seed: Number(process.env['FC_SEED'] ?? 20180201)})
