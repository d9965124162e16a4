import { dirname } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createApp } from '../../electron/app/create-app.ts'
import { resourcesFolder } from './test-app.ts'

// Another program of ours that has a file open, until it is killed or its parent says otherwise.

const [path = ''] = process.argv.slice(2)
const app = createApp({
  host: {
    capabilities: { kind: 'browser', hasFileDialogs: true },
    chooseWorkspace: async () => path,
    chooseNewWorkspace: async () => path,
    chooseFolder: async () => null,
    dataFolder: dirname(path),
  },
  resources: resourcesFolder,
  appVersion: '0.0.0-test',
})
const client = createRouterClient(app.router)
const addProduct = (code: string) =>
  client.products.save({
    fields: {
      code,
      name: `Sản phẩm ${code}`,
      producerName: 'HTX Mẫu',
      producerKind: 'Hợp tác xã',
      commune: 'Xã Mẫu',
      district: '',
      setNumber: 1,
    },
  })

process.on('message', (code: string) => {
  void addProduct(code).then(
    () => process.send?.({ saved: code }),
    (error: { readonly data?: { readonly reason?: string } }) => process.send?.({ refused: error.data?.reason }),
  )
})
const opened = await client.workspace.open({})
process.send?.({ readOnly: opened?.readOnly ?? null })
