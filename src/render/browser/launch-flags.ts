/**
 * How the browser is started. The list is whole, so that what is on and what is off stands in one place. `guards` are the flags without which a hostile document reached the network or a name server;
 * with them, the interception and the policy of `open-page.ts`, none did.
 */
export function launchFlags(options: {readonly profile: string; readonly sandbox: boolean}): readonly string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    ...guards,
    ...quiet,
    ...samePixels,
    ...lean,
    `--user-data-dir=${options.profile}`,
    ...(options.sandbox ? [] : ['--no-sandbox', '--no-zygote']),
    'about:blank',
  ]
}

/** Nothing leaves the machine, whatever the document asks for. */
const guards = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--dns-prefetch-disable',
  '--no-pings',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-file-system',
  '--deny-permission-prompts',
]

/** The browser's own start calls home and greets the user unless told not to. */
const quiet = [
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-breakpad',
  '--disable-crash-reporter',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
  '--mute-audio',
]

/** The same layout on every machine: unhinted advances, one colour space, one language, one pixel a CSS pixel. */
const samePixels = [
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--hide-scrollbars',
  '--lang=en-US',
  '--export-tagged-pdf',
]

/**
 * What a print never needs. Without `--disable-software-rasterizer` a process for graphics is started, fails for lack
 * of a driver, and is started again. `/dev/shm` holds 64 MB in a container: too little for a long document.
 */
const lean = [
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--disable-hang-monitor',
  '--disable-popup-blocking',
  '--disable-prompt-on-repost',
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-ipc-flooding-protection',
  '--disable-features=Translate,AcceptCHFrame,MediaRouter,OptimizationHints,InterestFeedContentSuggestions,'
    + 'SpareRendererForSitePerProcess,BackForwardCache,NetworkPrediction,Prerender2,WebRtcHideLocalIpsWithMdns,DialMediaRouteProvider',
]
