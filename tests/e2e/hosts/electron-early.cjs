// Runs in Electron before the application's own main: folders of the test, and a person who confirms what the system's
// dialogs propose, as the stand-in has one. A test that wants another answer replaces it through `shell.evaluate`.
const { mkdirSync } = require('node:fs')
const { app, dialog } = require('electron')

// The command line is that of `npm start` again.
const own = process.argv.indexOf('-r')
if (own !== -1) process.argv.splice(own, 2)

const documents = process.env.OCOP_TEST_DOCUMENTS
mkdirSync(documents, { recursive: true })
app.setPath('documents', documents)
app.setPath('downloads', documents)

Object.assign(dialog, {
  showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
  showSaveDialog: (...call) => Promise.resolve({ canceled: false, filePath: call.at(-1).defaultPath }),
  showMessageBox: () => Promise.resolve({ response: 0, checkboxChecked: false }),
  showMessageBoxSync: () => 0,
  showErrorBox: (title, content) => console.error(`showErrorBox: ${title}: ${content}`),
})
