/** A passage as an exhibit has it, and the same said by another translator or from memory. */
export interface Pair {
  readonly quoted: string
  readonly exhibit: string
}

/** Invented; the exhibit has a sentence before and behind the one that is meant. */
export const english: readonly Pair[] = [
  {quoted: 'ought not to be described as a warning', exhibit: 'The report of October 2021 is a report on maintenance. It should not be called a warning. I would say as little as possible.'},
  {quoted: 'had never once been warned about the state of the gate', exhibit: 'The town was never warned about the state of the gate. We did everything that a small council can do.'},
  {quoted: 'Tesla is the only route that has a chance of competing with Google', exhibit: 'Exactly right. Tesla is the only path that could even hope to hold a candle to Google. Even then, the probability of being a counterweight is small.'},
  {quoted: 'The chance of becoming a counterbalance to Google is small. It is not zero.', exhibit: 'Tesla is the only path. Even then, the probability of being a counterweight to Google is small. It just isn’t zero.'},
  {quoted: 'Even if several hundred million were raised, it would not suffice', exhibit: 'I wish it were otherwise. Even raising several hundred million won’t be enough. This needs billions per year immediately or forget it.'},
  {quoted: 'As we come nearer to building AI it makes sense to be less open', exhibit: 'You ask about sharing. As we get closer to building AI, it will make sense to start being less open. That is all there is to it.'},
  {quoted: 'the word Open means that all people should profit from the fruits of AI', exhibit: 'You ask what the name says. The Open in OpenAI means that everyone should benefit from the fruits of AI after it is built. But it is totally fine not to share the science.'},
  {quoted: 'We must name a far larger sum than 100 million, so as not to sound hopeless', exhibit: 'The blog sounds good. We need to go with a much bigger number than $100M to avoid sounding hopeless relative to what others are spending. I think we should say that we are starting with a billion.'},
  {quoted: 'I will pay for whatever nobody else provides', exhibit: 'This is real. I will cover whatever anyone else doesn’t provide. The template seems fine.'},
  {quoted: 'they pressed us to keep the findings secret until the vote was over', exhibit: 'He called twice. They urged us to keep the findings quiet until after the vote. I refused.'},
  {quoted: 'nobody told the inspectors that the brakes had failed twice', exhibit: 'It was raining. No one informed the inspectors that the brakes failed two times. They signed.'},
  {quoted: 'our accounts are empty and we cannot pay wages in March', exhibit: 'Dear Paul. The accounts are empty; we will be unable to pay the wages for March. Please do not tell the others.'},
  {quoted: 'You need not worry about the auditors', exhibit: 'All is well. You do not have to worry about the auditors. They leave on Friday.'},
  {quoted: 'The minister himself gave the order to burn the letters', exhibit: 'I was there. It was the minister in person who ordered the letters to be burned. Nobody spoke.'},
  {quoted: 'the water was safe to drink at all times', exhibit: 'We tested it. At every moment the water was safe for drinking. There is no case to answer.'},
  {quoted: 'she never intended to harm the child', exhibit: 'I know her. She had no intention of harming the child. It was an accident.'},
  {quoted: 'without new money the hospital will have to close next summer', exhibit: 'The figures are attached. Unless there is new money, the hospital must close by next summer. I am sorry.'},
  {quoted: 'I beg you not to publish these photographs', exhibit: 'Dear editor. I am asking you please do not publish the photographs. My family would suffer.'},
  {quoted: 'we deceived the shareholders from the first day', exhibit: 'One thing more. From day one we misled the shareholders. You know it.'},
  {quoted: 'the pilot had been awake for thirty hours', exhibit: 'Let me say it. The pilot hadn’t slept for thirty hours. The firm knew.'},
  {quoted: 'a clear breach of the treaty of 1921', exhibit: 'We have read it. This is plainly a violation of the treaty of 1921. We protest.'},
  {quoted: 'Our engineers think the dam will hold', exhibit: 'As to the dam: the engineers believe that it will hold. I do not.'},
  {quoted: 'it would be best to say nothing to the press', exhibit: 'My advice is short. It is best if nothing is said to the press. Wait a week.'},
  {quoted: 'he can’t be trusted with the keys', exhibit: 'About the porter. He is not to be trusted with keys. Change the locks.'},
]

export const chinese: readonly Pair[] = [
  {quoted: '依附于特斯拉作为其利润来源', exhibit: '投资者可能会在错误的方向施加太多压力。我能想到的最有希望的选择，是让 OpenAI 以特斯拉作为它的摇钱树。我相信与其他大型公司合作将会失败。'},
  {quoted: '特斯拉是唯一有希望与谷歌相匹敌的途径', exhibit: '说得完全正确。特斯拉是唯一一条有望与谷歌抗衡的道路。即便如此，可能性也很小。'},
  {quoted: '即使筹集了几亿也不够。你们需要每年立刻投入数十亿，否则就别想了。', exhibit: '我真希望事情并非如此。即便能筹集到几亿资金，也远远不够。这需要我们每年立即投入数十亿美元，否则还是算了吧。不幸的是，未来不在我们手中。'},
  {quoted: '当我们更接近构建人工智能的时候，减少开放性是有道理的', exhibit: '文章关注了一个情境。随着我们离构建 AI 的步伐越来越近，逐渐减少开放将变得更为合理。每个人都应该受益。'},
  {quoted: '所有人都应当从已经构建好的人工智能的成果中受益，但完全没有必要分享科学知识', exhibit: '逐渐减少开放将变得更为合理。每个人都应该从已经构建的 AI 成果中受益，但是完全没有必要分享科研进程。'},
  {quoted: '五月大桥通车时，谁也没被告知支座已经裂开', exhibit: '这座桥在五月通车时，没有人被告知支座已经开裂。修缮费用很高。'},
  {quoted: '他们要求我们把调查结果保密到投票之后', exhibit: '他打了两次电话。他们催促我们在投票以前对调查结果保密。我拒绝了。'},
  {quoted: '账上没有钱了，三月的工资发不出来', exhibit: '保罗，你好。账户上已经没有钱，我们无法支付三月份的工资。请不要告诉别人。'},
  {quoted: '你不用担心审计人员', exhibit: '一切都好。你不必为审计人员操心。他们周五就走。'},
  {quoted: '是部长亲自下令烧毁这些信件的', exhibit: '我当时在场。部长本人命令把信件烧掉。谁也没有说话。'},
  {quoted: '如果没有新的资金，医院明年夏天就得关门', exhibit: '数字附上。除非有新的资金，否则医院到明年夏天必须关闭。我很抱歉。'},
  {quoted: '请您千万不要发表这些照片', exhibit: '编辑您好。我请求您不要刊登这些照片。我的家人会受到伤害。'},
  {quoted: '飞行员已经三十个小时没有睡觉', exhibit: '让我说出来。飞行员三十小时未曾合眼。公司知道。'},
  {quoted: '这明显违反了一九二一年的条约', exhibit: '我们读过了。这是对一九二一年条约的公然违背。我们抗议。'},
  {quoted: '最好不要对媒体说任何话', exhibit: '我的意见很简单。最好什么也不要对媒体讲。等一个星期。'},
  {quoted: '工程师们认为大坝能够撑住', exhibit: '说到大坝，工程师相信它撑得住。我不信。'},
]

/** Sentences that have nothing to do with any exhibit above. */
export const unrelatedEnglish: readonly string[] = [
  'the museum will open its new wing on the first Sunday of the month', 'she had been told that it was not to be a matter of money', 'we should have gone home before it was dark',
  'he is not to be counted among the great painters of his time', 'it ought to be said that the cook was not at home', 'there is nothing that I would rather do than sail',
  'what he wanted most was a house by the sea with a garden', 'they were not allowed to leave the room before noon', 'it is one of the oldest songs in the language', 'all of us knew that the game had been lost long ago',
  'you should not be called a friend of mine', 'a warning is not a promise, as my mother used to say', 'the gate of the palace was painted in red and gold', 'Google is only a word to most of my pupils',
  'nobody will believe that the bread was baked here', 'I will never again write a book about horses', 'this is the best soup that I have ever had', 'we are going to need a bigger table for the wedding',
  'he had never once been late for a rehearsal', 'the children were not told that the dog had died', 'it would not be enough to repaint the ceiling', 'the water of the lake was as clear as glass',
  'the minister of the parish was fond of roses', 'in March the swallows come back to the barn', 'the engineers of the ancient world built without mortar', 'please do not walk on the grass after rain',
]

export const unrelatedChinese: readonly string[] = [
  '博物馆的新展厅将在下个月第一个星期天开放', '她最想要的是海边的一座带花园的房子', '我们应该在天黑以前回家', '他不能算是那个时代的伟大画家', '这是我喝过的最好的汤', '孩子们不知道那只狗已经死了',
  '燕子三月回到谷仓', '我再也不会写关于马的书了', '他排练从来没有迟到过', '湖水清澈得像玻璃一样', '请不要在雨后踩踏草地', '我们需要一张更大的桌子来办婚礼',
  '天花板只重新粉刷是不够的', '谁也不会相信这面包是在这里烤的', '古代的工程师不用灰浆建造', '教区的牧师喜欢玫瑰', '大家早就知道这场比赛已经输了', '没有什么比航海更让我高兴',
]

/** Pairs that no table was made for: what a second look finds of what nobody had in view. */
export const heldOutEnglish: readonly Pair[] = [
  {quoted: 'we could not find any trace of the missing funds', exhibit: 'The audit is over. No trace of the funds that are missing could be found. We close the file.'},
  {quoted: 'the captain refused to turn back although the storm was near', exhibit: 'I asked him. With the storm so near the captain still would not turn round. We prayed.'},
  {quoted: 'our laboratory has never tested this substance on humans', exhibit: 'In reply to yours. This substance was at no time tested on human beings by our laboratory. Regards.'},
  {quoted: 'The board will not accept any further delay', exhibit: 'You know the mood. Any more delay is not going to be accepted by the board. Hurry.'},
  {quoted: 'his signature was forged by the secretary', exhibit: 'About the contract. The secretary forged his signature. He was abroad.'},
  {quoted: 'we have known about the leak since the spring', exhibit: 'Do not quote me. The leak has been known to us from spring on. The valve is old.'},
  {quoted: 'there is reason to fear that the roof will collapse', exhibit: 'To the owner. It is to be feared that the roof may collapse. Close the hall.'},
  {quoted: 'she left the firm because of the bribes', exhibit: 'You wanted to hear why. Bribes were the reason for which she left the company. She told me so.'},
  {quoted: 'the children were moved to another school overnight', exhibit: 'Then came Monday. Overnight the children had been transferred to a different school. Nobody explained it.'},
  {quoted: 'I take full responsibility for the failure of the project', exhibit: 'Dear all. Full responsibility for the project having failed is mine. I resign.'},
  {quoted: 'the samples were exchanged before they reached the court', exhibit: 'One more thing. Someone swapped the samples before these got to court. I saw it.'},
  {quoted: 'without your help we would have gone bankrupt', exhibit: 'Dear uncle. We would be bankrupt had you not helped us. Thank you.'},
  {quoted: 'delete this message as soon as you have read it', exhibit: 'Short and plain. Once you have read this message, erase it. No copies.'},
  {quoted: 'he promised the villagers a new well', exhibit: 'At the fair. The villagers were promised a new well by him. It was never dug.'},
  {quoted: 'the vaccine arrived two weeks too late', exhibit: 'A word on dates. It was a fortnight too late when the vaccine came. We had buried nine.'},
]

export const heldOutChinese: readonly Pair[] = [
  {quoted: '我们没有找到失踪资金的任何线索', exhibit: '审计结束了。下落不明的资金，一点线索也没有找到。就此结案。'},
  {quoted: '尽管风暴临近，船长仍拒绝返航', exhibit: '我问过他。风暴已经很近，船长还是不肯掉头返航。我们只好祈祷。'},
  {quoted: '董事会不会接受再次拖延', exhibit: '你知道气氛如何。再拖延下去，董事会是不会接受的。快点。'},
  {quoted: '秘书伪造了他的签名', exhibit: '关于合同。他的签名是秘书伪造的。他当时在国外。'},
  {quoted: '从春天起我们就知道管道泄漏', exhibit: '不要引用我的话。管道泄漏一事，我们自春季便已知晓。阀门太旧。'},
  {quoted: '有理由担心屋顶会坍塌', exhibit: '致业主。屋顶恐怕会塌下来，这种担心是有根据的。请关闭大厅。'},
  {quoted: '她因为贿赂的事离开了公司', exhibit: '你想知道原因。由于行贿，她辞职离开公司。她亲口告诉我。'},
  {quoted: '我对项目的失败承担全部责任', exhibit: '各位。项目失败，责任全部在我。我辞职。'},
  {quoted: '读完这封信请立即删除', exhibit: '简短地说。这封信看完以后马上删掉。不要留副本。'},
  {quoted: '没有您的帮助，我们早就破产了', exhibit: '亲爱的叔叔。要不是您帮忙，我们已经破产。谢谢。'},
]

/** Sentences on the matters of the exhibits above, that say something else. */
export const otherClaimsEnglish: readonly Pair[] = [
  {quoted: 'the gate was painted green last spring', exhibit: 'The town was never warned about the state of the gate. We did everything that a small council can do.'},
  {quoted: 'the council has bought a new boat', exhibit: 'The town was never warned about the state of the gate. We did everything that a small council can do.'},
  {quoted: 'Google will open an office in Zurich', exhibit: 'Tesla is the only path. Even then, the probability of being a counterweight to Google is small. It just isn’t zero.'},
  {quoted: 'the report was printed on blue paper', exhibit: 'The report of October 2021 is a report on maintenance. It should not be called a warning. I would say as little as possible.'},
  {quoted: 'a warning was nailed to the door of the church', exhibit: 'The report of October 2021 is a report on maintenance. It should not be called a warning. I would say as little as possible.'},
  {quoted: 'the auditors praised the accounts of last year', exhibit: 'All is well. You do not have to worry about the auditors. They leave on Friday.'},
  {quoted: 'the hospital was built by the monks in 1804', exhibit: 'The figures are attached. Unless there is new money, the hospital must close by next summer. I am sorry.'},
  {quoted: 'the pilot was born in Norway', exhibit: 'Let me say it. The pilot hadn’t slept for thirty hours. The firm knew.'},
  {quoted: 'the dam is the longest in the country', exhibit: 'As to the dam: the engineers believe that it will hold. I do not.'},
  {quoted: 'the porter has two daughters and a dog', exhibit: 'About the porter. He is not to be trusted with keys. Change the locks.'},
  {quoted: 'the shareholders had lunch at the hotel', exhibit: 'One thing more. From day one we misled the shareholders. You know it.'},
  {quoted: 'Bernard Holt was born in Leeds', exhibit: 'Dear Ruth. Bernard Holt is ill. Please send soup.'},
  {quoted: 'the Aldermere Courier was founded in 1820', exhibit: 'To the Aldermere Courier. The town was never warned. S. Crane'},
  {quoted: 'it is not to be called into question', exhibit: 'The report of October 2021 is a report on maintenance. It should not be called a warning. I would say as little as possible.'},
]

export const otherClaimsChinese: readonly Pair[] = [
  {quoted: '这座桥是由英国人设计的', exhibit: '这座桥在五月通车时，没有人被告知支座已经开裂。修缮费用很高。'},
  {quoted: '谷歌将在苏黎世开设办公室', exhibit: '说得完全正确。特斯拉是唯一一条有望与谷歌抗衡的道路。即便如此，可能性也很小。'},
  {quoted: '审计人员去年得了奖', exhibit: '一切都好。你不必为审计人员操心。他们周五就走。'},
  {quoted: '医院的食堂改成了图书馆', exhibit: '数字附上。除非有新的资金，否则医院到明年夏天必须关闭。我很抱歉。'},
  {quoted: '飞行员出生在挪威', exhibit: '让我说出来。飞行员三十小时未曾合眼。公司知道。'},
  {quoted: '阿尔巴尼亚政府下令关闭所有港口', exhibit: '我去过那里。阿尔巴尼亚政府欢迎游客。天气很好。'},
  {quoted: '大坝是全国最长的', exhibit: '说到大坝，工程师相信它撑得住。我不信。'},
  {quoted: '董事会在酒店吃了午饭', exhibit: '你知道气氛如何。再拖延下去，董事会是不会接受的。快点。'},
  {quoted: '秘书有两个女儿和一条狗', exhibit: '关于合同。他的签名是秘书伪造的。他当时在国外。'},
]
