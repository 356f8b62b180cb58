import type {Unquoted} from './nothing-quoted-english.ts'

const lines = (text: string): string[] => text.trim().split('\n')

/** Invented. */
export const bridge: Unquoted = {
  name: 'Chinese, a bridge',
  exhibits: [
    '这座桥在五月通车时，没有人被告知支座已经开裂。修缮费用估计为一百五十万元，镇里拿不出这笔钱。我已经三次写信给县交通局，至今没有收到任何答复。如果今年冬天结冰，后果不堪设想。',
    '王镇长：审计人员下周来查账，请把去年的合同都准备好。施工队的发票有两张对不上，会计说是笔误，但我不太相信。请不要在电话里谈这件事，我们见面再说。',
    '会议纪要。出席：李、赵、孙。会议决定自七月一日起限制货车通行，并请省里的专家重新检测桥梁。孙工程师对限行方案持保留意见。下次会议定于六月二十日召开。',
  ],
  sentences: lines(`
当地人把这座桥叫作“断魂桥”，据说与百年前的一场洪水有关。
县志里写道：“桥长三十丈，宽一丈二尺，过者无不称便。”
所谓“豆腐渣工程”的说法，在网上流传很广。
县交通局的发言人说：“我们每天收到上百封来信，都会认真答复。”
“镇里年年修桥，年年没钱”，一位老人这样抱怨。
省报的评论题为《桥与人心》，文中说“安全没有小事”。
开货车的司机说：“限行以后我每天要多跑四十公里。”
施工队的老板一口咬定“所有发票都是真的，一张也不少”。
“冬天结冰有什么可怕的，我们小时候在冰上走”，他笑着说。
他在法庭上表示“从来没有见过那份合同”。
专家在另一篇论文里指出“支座的寿命通常为三十年”。
镇政府门口挂着“为人民服务”五个大字。
这就是人们常说的“头痛医头，脚痛医脚”。
副县长在电视上承诺“明年五月以前全部修好”。
孙工程师的妻子说“他那段时间天天睡不着觉”。
审计署的规定写明：“审计人员不得接受被审计单位的宴请。”
一位网民留言：“谁批准通车的，谁负责。”
小说《五月的桥》讲的是另一座桥。
会计对记者说：“我只管记账，别的事情不要问我。”
村里的孩子把裂缝叫作“老虎的嘴”。
老镇长回忆说“当年通车那天，全镇的人都来了”。
保险公司在信中称“该桥不在承保范围之内”。
“一百五十万元可以盖一所小学”，校长算了一笔账。
法院认定“限行决定的程序合法”。
他给女儿起名叫“小桥”，以纪念那一年。
交通局的网站上写着“桥梁检测每两年一次”。
有人在桥头贴了一张纸，上面写着“过桥请念佛”。
“见面再说”，是他们打电话时的口头禅。
县长把这种做法称为“摸着石头过河”。
他们自称“护桥队”，一共七个人。
省里的文件要求“各地于六月底以前完成自查”。
“我没有收到任何人的钱”，他在听证会上反复说。
她把那封信比作“一块扔进水里的石头”。
设计院的人说：“图纸没有问题，问题出在石料上。”
当年的标语是“大干一百天，向国庆献礼”。
报纸用了“后果很严重，领导很生气”这样的标题。
“请把去年的照片都寄给我”，博物馆的启事这样说。
卖菜的阿姨说：“货车不来，菜就贵了。”
这种情况在行内叫作“带病运行”。
赵委员在另一次会上提出“先修学校，后修桥”。
记者问他怕不怕，他说“怕什么，我又不从那里过”。
“下次会议什么时候开，谁也不知道”，秘书摇头说。
电影里有句台词：“桥塌了，人心不能塌。”
纪委的通报只有一句话：“有关问题正在调查之中。”
有人说这是“会计的笔误”，也有人说是更大的问题。
他说自己不过是“替人写字的人”。
那年冬天特别冷，老人们说“河面能跑马车”。
《道路交通安全法》规定：“机动车载物应当符合核定的载质量。”
“专家来了三次，吃了三顿饭”，看门的人说。
邻县的桥被评为“全省最美桥梁”。
镇上的中学把“桥梁是怎样建成的”列为课题。
他们要的不过是“一个说法”。
“没有人告诉我今天停电”，饭馆老板说。
他的名片上印着“桥梁检测一级资质”。
检察官在起诉书中写道：“被告人明知款项用途，仍予签字。”
“我们愿意捐出三个月的工资”，教师们在信里说。
乡亲们说这叫“没有人管的孩子没有人疼”。
“下次会议讨论食堂的问题”，学校的通知写道。
水利局的文件里有“后果自负”四个字。
当时有一句顺口溜：“李局长，赵科长，不如桥上一块板。”
那位专家的书名叫《如何看懂一座桥》。
“合同都在柜子里，柜子的钥匙在镇长手里”，会计后来说。
“限行”两个字，让全镇的货车司机睡不着觉。
`),
}

/** Invented. */
export const startup: Unquoted = {
  name: 'Chinese, a company',
  exhibits: [
    '各位，融资的情况不如预期，账上的现金只够支付四个月的工资。投资人希望我们在九月以前把用户增长到两百万。我认为这个目标不现实，但如果公开拒绝，下一轮就没有了。请大家先不要对外讲。',
    '小陈，关于数据泄露的事情，技术部认为是供应商的接口没有加密。受影响的账户大约有三万个。法务要求我们在七十二小时内通知监管部门。你今晚能不能把名单整理出来？',
    '我反对把模型开放给所有人使用。随着能力越来越强，我们必须更加谨慎。董事会里有三个人同意我的看法，另外两个人认为开放才是公司的初衷。我建议下个月再投票。',
  ],
  sentences: lines(`
公司的官网上写着“让每一个人都用得上人工智能”。
行业里把这种公司叫作“烧钱机器”。
竞争对手的创始人说：“我们账上的钱够花十年。”
分析师的报告题为《谁还在裸泳》，副标题是“人工智能公司的现金流”。
一位离职员工说：“最后那几个月，大家都在找工作。”
投资人在采访中说“我从来不给创业者定目标”。
监管部门的通报称“部分平台存在超范围收集个人信息的问题”。
他在朋友圈里发了一句“山雨欲来风满楼”。
媒体把这次风波称为“宫斗”。
供应商在声明中说：“我方接口符合国家标准，从未发生泄露。”
“三万个账户不算多”，一位安全专家评论说。
《数据安全法》要求“采取必要措施保障数据安全”。
食堂的墙上贴着“今天你增长了吗”。
创始人的自传叫《下一轮》。
他把自己的管理方法总结为“三不原则”。
前董事长在演讲中说：“开放不是目的，而是手段。”
“谨慎是老年人的美德”，他在另一个场合开玩笑说。
网友评论：“工资都发不出来，还谈什么初衷。”
人事部门的通知说“九月的团建活动照常举行”。
律师在法庭上强调“通知义务的起算时间存在争议”。
大学教授认为“模型的能力被严重夸大了”。
所谓“两百万用户”，其中有不少是机器人。
技术博客的标题是“接口加密的十个误区”。
“公开拒绝总比偷偷拒绝好”，她在书里写道。
一位股东抱怨：“开会从来不发材料。”
当年的招聘广告写着“不加班，不打卡，不开会”。
他父亲教他“做人要留三分余地”。
法院的判决书认为“原告未能证明实际损失”。
这家公司后来被称为“独角兽里的乌龟”。
“名单我早就删了”，他对警察说。
记者会上，发言人只说了一句“无可奉告”。
论坛上有人问“怎样把手机里的联系人整理出来”。
市长来视察时说“政府永远是企业的后盾”。
公司的吉祥物叫“小模”。
他最喜欢的格言是“慢就是快”。
工程师们把那一晚叫作“不眠之夜”。
“投票可以，先把规则讲清楚”，工会的代表说。
报纸评论说这是“一场没有赢家的争论”。
合同里有一条“乙方不得向第三人披露甲方的商业秘密”。
同行的总裁说：“我们的董事会只有一个人，就是我。”
消费者协会收到投诉，“账户里的钱不翼而飞”。
科普读物《人工智能入门》里说“模型是用数据训练出来的”。
“我建议大家下个月去爬山”，他在群里说。
他的对手称他为“穿西装的海盗”。
银行的信里写着“贵公司的信用等级未作调整”。
部长在论坛上说“要统筹发展和安全”。
“四个月能做什么？四个月能生半个孩子”，她苦笑。
这种说法被业内人士称为“画饼”。
`),
}

/** Invented. */
export const mixed: Unquoted = {
  name: 'mixed',
  exhibits: [
    'Hi all, the training run on the new cluster failed again last night. We lost about 2,000 GPU hours. I think that the network is at fault and not our code. Could somebody from NVIDIA look at the switches this week? Until then please do not start anything larger than 64 nodes.',
    '大家好，昨晚在新集群上的训练又失败了，损失了大约两千个 GPU 小时。我认为问题出在网络，而不是我们的代码。本周能不能请 NVIDIA 的人来看一下交换机？在那之前请不要启动超过 64 个节点的任务。',
    '发给 Grace：关于和 Orbis 的合同，对方要求独家使用 API 三年，报价是 1,200 万美元。CEO 倾向于接受，我担心这会让我们失去所有别的客户。能否周四以前给我一个书面意见？',
  ],
  sentences: lines(`
NVIDIA 的广告词是“The more you buy, the more you save”。
工程师们私下里把新集群叫作“Titanic”。
Orbis 的发言人说：“我们和所有的 API 供应商都保持良好的关系。”
The Chinese press called the cluster “新时代的大坝”.
论文题为“Training Large Models on Unreliable Networks”，作者是另一个团队。
“Network is always guilty until proven innocent”，这是运维部门的老话。
CEO 在 Twitter 上写道：“Exclusive deals are for people without ideas.”
报道的标题是《两千万美元打水漂》，文中称“GPU 比黄金还贵”。
A former engineer said “we lost more to lunch than to failed runs”.
他说的“three years”其实是三个财年。
The contract that Orbis has with another firm speaks of “非独家、可撤销的使用许可”。
Grace 在另一封公开信里写道：“API 应当像水和电一样向所有人开放。”
“64 nodes ought to be enough for anybody”，他套用了一句老话。
The board’s secretary calls Thursday “签字日”.
投行的研究报告认为“独家合同的估值应打八折”。
“不是代码的问题，就是人的问题”，CTO 在年会上说。
The vendor’s manual warns: “Do not open the switch while the fans are running.”
他们管这种失败叫“silent failure”。
The blog post “为什么我们不用交换机” was read by half a million people.
“We look forward to another three years with all our customers”，公司的新年贺词里这样说。
竞争对手 Lumen 宣布“已在 4,096 个节点上完成训练”。
The union asked for “每晚不超过两小时的值班”。
律师的账单上写着“written opinion, 12 hours”。
新闻稿里只有一句“The cluster performs as expected.”
在 Reddit 上有人说“last night’s outage was caused by a squirrel”。
CFO 把这份合同比作“a golden cage”。
“客户永远是对的，除了 Orbis”，销售人员开玩笑说。
A Shanghai newspaper wrote of “一场关于 API 的战争”.
采访中她说：“I think that we should all get some sleep.”
The documentary “Lost Hours” is about another laboratory.
CEO 的口头禅是“let’s do it anyway”。
《GPU 时代》一书认为“算力就是权力”。
The regulator’s letter asks about “独家条款对中小企业的影响”.
“本周能不能放一天假”，实习生在群里问。
He described the price as “cheap, at twelve million”, speaking of a house.
机房的门上贴着“Authorized personnel only”。
Orbis 的年报称“没有任何单一供应商占采购额的百分之十以上”。
“Somebody from the ministry will look at it next week”，官员这样答复记者。
团队的内部奖叫“Golden Switch”。
The Beijing office answered with a proverb, “不到黄河心不死”.
他在课堂上讲：“A network is a graph with opinions.”
法院引用了合同法的原文：“Acceptance must be unconditional.”
客户代表说“我们不关心是哪个集群”。
The minutes of another firm say: “It was agreed to buy 2,000 GPUs.”
“请不要在周四以前打电话给我”，医生的留言这样说。
博主把 NVIDIA 的人称为“穿皮衣的救火队”。
The hashtag “#nodes” was popular for a day.
书里的原话是“失去一个客户，赢得一个故事”。
“The code is fine”, says the T-shirt of the team.
前员工爆料：“老板从来不看合同。”
他们的项目代号是“Blue Whale”，没有人知道为什么。
The analyst called it “the most expensive night of the year”, and meant the party.
合作方在邮件列表里说“we do not comment on prices”。
“意见可以有，书面的不行”，这是她的原则。
Wired 的文章题为“Who Needs Exclusivity?”。
The old cluster had a plaque: “训练有素，2016—2021”.
电视剧《交换机》里有一句台词：“线断了，人还在。”
“Three customers are better than one”，顾问的 PPT 上写着。
实验室的规章写明“启动任务须提前一天登记”。
He said in Davos that “computing is the new oil and the new water”.
他们把周五叫作“no meeting day”。
The Orbis chairman is fond of saying “报价不是价”.
一位股民问：“1,200 万美元是什么概念？”
The embassy speaks of “a fruitful exchange on networks and switches”.
“昨晚又没睡好”，他在微博上写道。
The statute says: “No contract shall bind a party for more than five years.”
黑板上写着“Until then, be brave”。
医院的集群也叫这个名字，院方说“与训练无关”。
The poem begins “We lost the hours, we lost the night”.
他说“all models are wrong”，引的是 George Box。
“Could somebody please feed the cat this week?” asks the note on the door.
“我认为问题出在足球队的教练”，他谈的是球赛。
社论说“技术问题要用技术来解决”。
`),
}

