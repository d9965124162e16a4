import { expect, test } from 'vitest'
import { packOptions } from './pack-options.ts'

test('a Mac application is signed by nobody in particular, unless there is a certificate', () => {
  expect(packOptions('darwin', {})).toEqual({ mac: { identity: '-' } })
  expect(packOptions('darwin', { CSC_LINK: '' })).toEqual({ mac: { identity: '-' } })
  expect(packOptions('darwin', { CSC_LINK: 'file.p12' })).toEqual({})
  expect(packOptions('darwin', { CSC_NAME: 'Hội đồng OCOP' })).toEqual({})
})

test('only Linux installs under another name than people read', () => {
  expect(packOptions('linux', {})).toEqual({ productName: 'hoi-dong-ocop' })
  expect(packOptions('win32', {})).toEqual({})
})
