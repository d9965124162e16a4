import { contextBridge } from 'electron'

contextBridge.exposeInMainWorld('ocopHost', { kind: 'electron' })
