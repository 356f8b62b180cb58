import type {Field} from './dossier.ts'

/**
 * Words that mail programs print before a header's value, by field, whatever the language: zh-Hans and zh-Hant, ja, ko,
 * then en, de, fr, es, it, pt, nl, sv, da, nb, fi, pl, cs, ru, uk, hu, tr, ro. Compared without case and colon.
 * A field of `other` is only printed.
 */
export const headerLabels: Readonly<Record<Field, readonly string[]>> = {
  from: [
    '发件人', '寄件人', '寄件者', '寄信人', '发信人', '發件人', '發信人', '发送人', '發送人', '发送者', '来自', '來自', '从', '從',
    '差出人', '送信者', '送信元', '보낸 사람', '보낸사람', '발신자', '발신인',
    'From', 'Von', 'Absender', 'De', 'Expéditeur', 'Remitente', 'Da', 'Mittente', 'Remetente', 'Van', 'Afzender', 'Från', 'Avsändare',
    'Fra', 'Afsender', 'Avsender', 'Lähettäjä', 'Od', 'Nadawca', 'Odesílatel', 'От', 'От кого', 'Отправитель', 'Від', 'Від кого',
    'Відправник', 'Feladó', 'Kimden', 'Gönderen', 'De la', 'Expeditor',
  ],
  to: [
    '收件人', '收件者', '收信人', '收信者', '接收人', '接收者', '发送至', '發送至', '发给', '發給', '至', '到', '致',
    '宛先', '送信先', '受信者', '받는 사람', '받는사람', '수신자', '수신인', '수신',
    'To', 'An', 'Empfänger', 'À', 'Pour', 'Destinataire', 'Destinataires', 'Para', 'A', 'Destinatario', 'Destinatari', 'Destinatário',
    'Aan', 'Till', 'Til', 'Vastaanottaja', 'Do', 'Adresat', 'Komu', 'Кому', 'Получатель', 'Címzett', 'Kime', 'Către', 'Catre',
  ],
  cc: [
    '抄送', '抄送人', '抄送至', '副本', '副本抄送', '抄送者', '参照', '참조',
    'Cc', 'Copy', 'Kopie', 'Kopie (CC)', 'Copie', 'Copie à', 'Con copia', 'Copia', 'Cópia', 'Kopia', 'Kopia till', 'Kopi', 'Kopi til',
    'Kopi til (CC)', 'Kopio', 'DW', 'Do wiadomości', 'Копия', 'Копія', 'Másolat', 'Másolatot kap', 'Bilgi',
  ],
  bcc: [
    '密送', '密件抄送', '密件副本', '暗送', '숨은 참조', '숨은참조',
    'Bcc', 'Blindkopie', 'Blindkopie (BCC)', 'Cci', 'Copie cachée', 'Copie cachée à', 'Cco', 'Ccn', 'Dold kopia', 'Skjult kopi til (BCC)',
    'Blindkopi', 'Blindkopi til (BCC)', 'UDW', 'Ukryta kopia', 'Skrytá kopie', 'Скрытая копия', 'Прихована копія',
  ],
  date: [
    '日期', '时间', '時間', '发送时间', '發送時間', '发送日期', '發送日期', '发件时间', '發件時間', '发件日期', '寄件日期', '寄件時間',
    '寄送日期', '傳送時間', '傳送日期', '傳送', '已傳送', '已发送', '已發送', '发送', '发送于', '发送了', '收到时间', '收到時間', '邮件时间',
    '日付', '日時', '送信日時', '送信日', '受信日時', '날짜', '보낸 날짜', '보낸날짜', '일시', '보냄', '발신일', '발송일',
    'Date', 'Sent', 'Sent on', 'Sent at', 'Date sent', 'Sent date', 'Datum', 'Gesendet', 'Gesendet am', 'Envoyé', 'Envoyé le', 'Fecha', 'Enviado',
    'Enviado el', 'Data', 'Inviato', 'Inviata', 'Inviato il', 'Data invio', 'Enviada em', 'Enviado em', 'Enviada', 'Verzonden', 'Verzonden op',
    'Skickat', 'Dato', 'Sendt', 'Päivämäärä', 'Päiväys', 'Lähetetty', 'Wysłano', 'Wysłane', 'Odesláno', 'Дата', 'Отправлено',
    'Надіслано', 'Відправлено', 'Dátum', 'Elküldve', 'Küldve', 'Tarih', 'Gönderilme', 'Gönderilen', 'Dată', 'Trimis',
  ],
  subject: [
    '主题', '主題', '主旨', '标题', '標題', '题目', '題目', '邮件主题', '郵件主題', '件名', '題名', 'タイトル', '제목',
    'Subject', 'Re', 'Betreff', 'Betrifft', 'Objet', 'Sujet', 'Asunto', 'Oggetto', 'Assunto', 'Onderwerp', 'Ämne', 'Emne', 'Aihe', 'Temat',
    'Předmět', 'Тема', 'Tárgy', 'Konu', 'Subiect',
  ],
  'reply-to': [
    '回复', '回复地址', '回复至', '回覆地址', '回函地址', '回信地址', '返信先', '회신 주소', '회신',
    'Reply-To', 'Reply to', 'Antwort an', 'Répondre à', 'Responder a', 'Rispondi a', 'Rispondi-a', 'Responder para', 'Antwoord aan',
    'Svara till', 'Svar till', 'Svar til', 'Vastausosoite', 'Odpowiedź do', 'Odpowiedz do', 'Ответ-Кому', 'Обратный адрес',
  ],
  attachments: [
    '附件', '邮件附件', '添付', '添付ファイル', '첨부', '첨부 파일', '첨부파일',
    'Attachment', 'Attachments', 'Attached', 'Anlage', 'Anlagen', 'Anhang', 'Anhänge', 'Pièce jointe', 'Pièces jointes', 'P.J.', 'Adjunto', 'Adjuntos',
    'Datos adjuntos', 'Archivos adjuntos', 'Allegato', 'Allegati', 'Anexo', 'Anexos', 'Bijlage', 'Bijlagen', 'Bilaga', 'Bilagor', 'Vedhæftet',
    'Vedhæftede filer', 'Vedlegg', 'Liitteet', 'Załącznik', 'Załączniki', 'Příloha', 'Přílohy', 'Вложение', 'Вложения', 'Вкладення',
  ],
  other: [
    '发送方', '重要性', '优先级', '優先順序', '敏感度', '重要度', '중요도', 'Sender', 'Importance', 'Priority', 'Sensitivity', 'Wichtigkeit', 'Priorität',
    'Importancia', 'Importanza', 'Urgentie', 'Prioriteit', 'Importância', 'Prioridade', 'Ważność', 'Message-ID', 'In-Reply-To', 'References',
    'X-Mailer', 'Mime-Version', 'Content-Type', 'Content-Transfer-Encoding', 'Return-Path', 'Delivered-To', 'Received', 'Resent-From',
    'Resent-To', 'Resent-Date', 'List-ID', 'Organization', 'User-Agent', 'Mailed-By', 'Signed-By', 'Via',
  ],
}

/**
 * Words that stand alone on a line, often between dashes, before a message that is handed on or answered.
 * Languages as in {@link headerLabels}; compared without case, dashes, colons and spaces at the ends.
 */
export const forwardPhrases: readonly string[] = [
  '开始转发的邮件', '开始转发消息', '开始转发邮件', '开始转发的消息', '開始轉寄的郵件', '開始轉寄郵件', '開始轉寄訊息', '開始轉發郵件', '以下是转发的邮件',
  '转发的邮件', '转发邮件', '转发的消息', '转发消息', '轉寄郵件', '轉寄的郵件', '轉寄訊息', '轉發郵件', '转发邮件信息', '被转发邮件信息',
  '原始邮件', '原始郵件', '原始消息', '原始訊息', '邮件原件', '郵件原件', '原邮件', '原郵件', '原件', '回复的原邮件', '回复的原件',
  '転送されたメッセージ', '転送メッセージ', '転送メール', '転送されたメール', 'メッセージを転送', '元のメッセージ', 'オリジナルメッセージ', '元メール', '以下転送',
  '전달된 메시지', '전달된 메일', '전달 메시지 시작', '원본 메시지', '원본 메일',
  'Begin forwarded message', 'Forwarded message', 'Forwarded messages', 'Forwarded email', 'Forwarded mail', 'Start of forwarded message',
  'Original message', 'Original email', 'Original mail', 'Original appointment', 'Reply message', 'Forwarded by',
  'Anfang der weitergeleiteten Nachricht', 'Weitergeleitete Nachricht', 'Weitergeleitete E-Mail', 'Ursprüngliche Nachricht', 'Original-Nachricht',
  'Originalnachricht', 'Début du message transféré', 'Début du message réexpédié', 'Message transféré', 'Message transmis', "Message d'origine",
  'Message original', 'Courriel original', 'Inicio del mensaje reenviado', 'Mensaje reenviado', 'Mensaje original', 'Correo original',
  'Inizio messaggio inoltrato', 'Messaggio inoltrato', 'Messaggio originale', 'Início da mensagem encaminhada', 'Início da mensagem reencaminhada',
  'Mensagem encaminhada', 'Mensagem reencaminhada', 'Mensagem original', 'Begin doorgestuurd bericht', 'Doorgestuurd bericht',
  'Oorspronkelijk bericht', 'Origineel bericht', 'Vidarebefordrat brev', 'Vidarebefordrat meddelande', 'Vidarebefordrat mejl',
  'Vidarebefordrat mail', 'Ursprungligt meddelande', 'Originalmeddelande', 'Start på videresendt besked', 'Videresendt meddelelse',
  'Videresendt besked', 'Oprindelig meddelelse', 'Original besked', 'Videresendt melding', 'Opprinnelig melding', 'Välitetty viesti',
  'Välitetty viesti alkaa', 'Edelleenlähetetty viesti', 'Alkuperäinen viesti', 'Początek przekazywanej wiadomości',
  'Przekazana wiadomość', 'Wiadomość przesłana dalej', 'Treść przekazanej wiadomości', 'Wiadomość oryginalna', 'Oryginalna wiadomość',
  'Přeposlaná zpráva', 'Začátek přeposílané zprávy', 'Původní zpráva', 'Начало переадресованного сообщения', 'Пересылаемое сообщение',
  'Перенаправленное сообщение', 'Пересланное сообщение', 'Исходное сообщение', 'Переслане повідомлення', 'Початкове повідомлення',
  'Továbbított üzenet', 'Továbbított levél kezdete', 'Eredeti üzenet', 'İletilmiş mesaj', 'İletilen ileti', 'Orijinal mesaj', 'Özgün ileti',
  'Mesaj redirecționat', 'Mesaj original',
]
