import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { Page } from '@playwright/test'
import type { AppClient } from '../../shared/api/contract.ts'
import { sharedPortClient } from './hosts/share-port.ts'

/** The application behind an open page, for what a test prepares or reads back, called as the page itself calls it. */
export async function hostClient(page: Page): Promise<AppClient> {
  return (await page.evaluate(() => 'ocopHost' in window)) ? sharedPortClient(page) : loopbackClient(page)
}

async function loopbackClient(page: Page): Promise<AppClient> {
  const { origin } = new URL(page.url())
  await page.waitForFunction(() => window.sessionStorage.getItem('ocop-token') !== null)
  const token = await page.evaluate(() => window.sessionStorage.getItem('ocop-token') ?? '')
  return createORPCClient(
    new RPCLink({
      url: new URL('/rpc', origin),
      headers: { 'x-ocop-token': token, origin, 'sec-fetch-site': 'same-origin' },
    }),
  )
}
