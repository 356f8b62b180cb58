// The browser comes from npm (@sparticuz/chromium); puppeteer must download nothing.
module.exports = { skipDownload: true };
