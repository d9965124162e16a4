import { createDeviceProof, keyHeader } from '../../shared/room-proof/room-proof.ts'

/** `fetch` for a page of the meeting room: each call carries the device's proof. */
export function createSignedFetch(storage: Storage | null): (request: Request, init: RequestInit) => Promise<Response> {
  const proof = createDeviceProof(storage ?? memory(), Math.random)
  return async (request, init) => {
    const { pathname: path } = new URL(request.url)
    const body = await request.clone().text()
    const headers = new Headers(request.headers)
    for (const [name, value] of Object.entries(proof.sign({ path, body }))) headers.set(name, value)
    const { method, signal } = request
    const answer = await fetch(request.url, { ...init, method, headers, signal, body: body === '' ? null : body })
    proof.learn(path, answer.headers.get(keyHeader))
    return answer
  }
}

/** Where the browser keeps nothing: the device enters anew after a reload. */
function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  }
}
