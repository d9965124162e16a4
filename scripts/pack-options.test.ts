import { expect, test } from 'vitest'
import { packOptions } from './pack-options.ts'

test('a Mac application is signed by nobody in particular, unless there is a certificate', () => {
  expect(packOptions({ platform: 'darwin', env: {} })).toEqual({ mac: { identity: '-' } })
  expect(packOptions({ platform: 'darwin', env: { CSC_LINK: '' } })).toEqual({ mac: { identity: '-' } })
  expect(packOptions({ platform: 'darwin', env: { CSC_LINK: 'file.p12' } })).toEqual({})
  expect(packOptions({ platform: 'darwin', env: { CSC_NAME: 'Hội đồng OCOP' } })).toEqual({})
})

test('only Linux installs under another name than people read', () => {
  expect(packOptions({ platform: 'linux', env: {} })).toEqual({ productName: 'hoi-dong-ocop' })
  expect(packOptions({ platform: 'win32', env: {} })).toEqual({})
})
