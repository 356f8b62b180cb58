// @ts-check
// Switches between light and dark. Keeps the choice, and nothing else.
const root = document.documentElement
/** @param {string} id */
const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id))

const dark = byId('web-dark')
const systemDark = matchMedia('(prefers-color-scheme: dark)')
/** @param {string | null} theme */
function showTheme(theme) {
  if (theme) root.dataset['theme'] = theme
  dark.setAttribute('aria-pressed', String(theme ? theme === 'dark' : systemDark.matches))
}
/** A page from a memory stick may not be allowed to keep anything. @param {string} [theme] */
function keptTheme(theme) {
  try {
    if (theme) localStorage.setItem('dossier-theme', theme)
    return localStorage.getItem('dossier-theme')
  } catch {
    return null
  }
}
const kept = keptTheme()
showTheme(kept === 'dark' || kept === 'light' ? kept : null)
systemDark.addEventListener('change', () => showTheme(root.dataset['theme'] ?? null))
dark.addEventListener('click', () => {
  const theme = dark.getAttribute('aria-pressed') === 'true' ? 'light' : 'dark'
  showTheme(theme)
  keptTheme(theme)
})
dark.hidden = false
