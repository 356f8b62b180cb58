/** Words that stand in names of offices, companies and lists, not of people. */
const words = new Set(
  (
    'office council team department dept committee board group list mailing support service services desk helpdesk newsletter ministry agency authority university college school bank society association foundation ' +
    'trust union inc ltd limited llc llp plc corp corporation company gmbh ag se kg bv nv ab oy oyj srl spa sarl sas press news editorial editors secretariat administration registry court police parliament commission institute center ' +
    'centre club church hospital reception notification notifications customer customers sales billing resources works partners holdings solutions systems technologies consulting insurance mutual museum library authority ' +
    'no-reply noreply donotreply webmaster postmaster mailer-daemon info admin ' +
    'amt büro verwaltung verein redaktion stadt gemeinde sekretariat kundenservice verteiler mairie bureau société service équipe rédaction direction oficina ayuntamiento equipo empresa ufficio comune società ' +
    'gemeente kantoor stichting styrelsen kommun kommune toimisto urząd biuro firma úřad kancelář администрация компания отдел ooo ооо'
  ).split(' '),
)
const eastern = /公司|集团|集團|委员会|委員會|委員会|办公室|辦公室|部门|部門|[局处處科部社会會]$|大学|大學|学院|學院|银行|銀行|协会|協會|基金会|基金會|中心|编辑部|編輯部|邮件列表|郵件列表|全体|全體|小组|小組|团队|團隊|株式会社|事務所|編集部|회사|협회|위원회/u
const local = /^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|webmaster|info|office|admin|administration|support|contact|hello|press|media|sales|billing|accounts|newsletter|news|lists?|all|staff|team|hr|jobs|service|help|helpdesk|enquir(?:y|ies)|inquir(?:y|ies)|mail|notifications?|alerts?|secretariat|reception|clerk|council|editor|editors|.*-(?:list|announce|bounces|request|l|all|team))$/iu
const listDomain = /^(?:lists?|listserv|mailman|googlegroups|groups|yahoogroups|discuss)\.|^(?:googlegroups\.com|groups\.io|yahoogroups\.com)$/iu

/**
 * Whether a name, or an address where there is none, may be that of an office, a company or a mailing list, so that it can't
 * be called a person. True does not say that it is one.
 */
export function isOfficeName(name: string): boolean {
  const at = /^(\S+)@(\S+)$/.exec(name.trim())
  if (at) return local.test(at[1] ?? '') || listDomain.test(at[2] ?? '')
  return eastern.test(name) || name.toLowerCase().split(/[^\p{L}\p{M}-]+/u).some((one) => words.has(one))
}
