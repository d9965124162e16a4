import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter'

const shown = 8

/** Says at the end which tests took longest, and which needed a second try. */
class SlowestReporter implements Reporter {
  readonly #ended: { readonly title: string; readonly seconds: number; readonly retry: number }[] = []

  onTestEnd(test: TestCase, result: TestResult): void {
    const [, project = '', file = '', ...names] = test.titlePath()
    this.#ended.push({
      title: `[${project}] ${file} › ${names.join(' › ')}`,
      seconds: result.duration / 1000,
      retry: result.retry,
    })
  }

  onEnd(_result: FullResult): void {
    const slowest = this.#ended.toSorted((a, b) => b.seconds - a.seconds).slice(0, shown)
    const lines = slowest.map(({ title, seconds, retry }) => {
      return `  ${seconds.toFixed(1).padStart(6)} s  ${title}${retry === 0 ? '' : ` (try ${retry + 1})`}`
    })
    console.log(['', 'Slowest browser tests:', ...lines].join('\n'))
  }

  printsToStdio(): boolean {
    return false
  }
}

// Playwright takes a reporter from a file's default export only.
// oxlint-disable-next-line import/no-default-export
export default SlowestReporter
