// Tells Watchbill of Zabbix's problems. Paste it as the script of a media type of type Webhook,
// with the parameters that the guide lists; url is the address with the key in it.
try {
  var event = JSON.parse(value);
  var url = event.url;
  if (typeof url !== 'string' || url.indexOf('http') !== 0) {
    throw 'the parameter url must be the address of the integration, with its key';
  }
  event.url = event.link || '';
  delete event.link;

  var request = new HttpRequest();
  request.addHeader('Content-Type: application/json');
  var answer = request.post(url, JSON.stringify(event));
  if (request.getStatus() !== 202) {
    throw 'not kept, ' + request.getStatus() + ': ' + answer;
  }
  return 'OK';
} catch (error) {
  Zabbix.log(3, '[ Watchbill ] ' + error);
  throw 'Watchbill: ' + error;
}
