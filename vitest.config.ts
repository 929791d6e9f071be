import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
    // Real databases, child processes and a browser: slow machines get time, a hang still ends.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
