import {defineConfig} from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/seed.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Some tests start a browser, which has helpers of its own: more than two at once only get in each other's way.
    pool: 'forks',
    poolOptions: {forks: {maxForks: 2}},
  },
})
