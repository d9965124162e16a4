import '../app/fonts.css'
import './room.css'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { DeviceClient } from '../../shared/api/room-device.ts'
import { waitingHeader } from '../../shared/api/waiting-header.ts'
import { createSignedFetch } from '../api/signed-fetch.ts'
import { browserStorage } from '../api/browser-storage.ts'
import { createKeptActs } from '../ballot-sync/kept-acts.ts'
import { askBeforeLosingThePage } from './ask-before-leaving.ts'
import { DeviceApp } from './DeviceApp.tsx'
import { createDeviceDesk } from './device-desk.ts'
import { forgetHanded, takeHanded } from './handed-acts.ts'
import { makeActId } from '../ballot-sync/act-id.ts'
import { followScheme } from './follow-scheme.ts'
import { painted } from '../ballot-sync/painted.ts'
import { pauseFor } from '../ballot-sync/pause-for.ts'
import { startTexts } from './start-texts.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

followScheme()
await startTexts()

const client: DeviceClient = createORPCClient(
  new RPCLink({
    url: new URL('/rpc', window.location.origin),
    fetch: createSignedFetch(browserStorage()),
    // Before the room ends the secretary sees whose acts are still here.
    headers: (_, [procedure = '']) => ({ [waitingHeader]: desk.sayWaiting(procedure) }),
  }),
)
const desk = createDeviceDesk({
  client,
  kept: createKeptActs(browserStorage()),
  handed: takeHanded(window),
  forgetHanded: () => forgetHanded(window),
  makeId: makeActId,
  painted,
  pause: pauseFor,
})
desk.start(new AbortController().signal)

askBeforeLosingThePage(desk)

// A phone that slept holds connections that are dead without saying so.
window.addEventListener('online', desk.wake)
window.addEventListener('pageshow', (event) => event.persisted && desk.wake())
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && desk.wake())

createRoot(root).render(
  <StrictMode>
    <DeviceApp desk={desk} />
  </StrictMode>,
)
